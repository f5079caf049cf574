//! What the reader looks at: one state, one list of actions, one pure [`reduce`], and the address of a state.

mod action;
mod address;
mod home;
mod model;
mod percent;
mod reduce;
mod sight;
mod supposed;

pub use action::{Action, TourMove};
pub use address::{AddressChange, changes_address, format, parse};
pub use home::{home, home_of};
pub use model::{Form, State, View};
pub use reduce::reduce;
pub use sight::Sight;
pub use supposed::{Supposed, Trial};

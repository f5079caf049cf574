//! Pure geometry: what stands where, computed from a deal and drawn by the views.

pub mod bargain;
pub mod dependence;
pub mod diagram;
pub mod dots;
pub use deal_layered as layered;
pub mod lettering;
pub mod matrix;
pub mod rail;
pub mod strip;
pub mod timeline;
pub mod walk;
pub mod web;

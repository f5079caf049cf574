//! Pure geometry: what stands where, computed from a deal and drawn by the views.

pub mod bargain;
pub mod dependence;
pub mod diagram;
pub mod layered;
pub mod lettering;
pub mod rail;
pub mod walk;

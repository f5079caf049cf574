//! Pure geometry: what stands where, computed from a deal and drawn by the views.

pub mod bargain;
pub mod layered;

//! The interface's words.

pub mod faults;

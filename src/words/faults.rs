//! Faults in words.

use crate::deal::Fault;

/// A fault in words.
pub struct Text {
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
}

/// The words of a fault.
pub fn fault(fault: &Fault) -> Text {
    Text { message: format!("{fault:?}"), hint: None }
}

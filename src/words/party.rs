//! The words of a party’s page.

use crate::deal::ItemId;
use crate::query::DoubleRole;

/// Every word of a party’s page.
#[derive(Clone, Copy)]
#[allow(missing_docs)] // Each field is named by what it says; the languages show it.
pub struct PartyWords {
    pub stands_to_others: &'static str,
    pub people: &'static str,
    pub says: &'static str,
    pub doubts_about: &'static str,
    pub wants: &'static str,
    pub takes_part_in: &'static str,
    pub numbers_about: &'static str,
    pub unsaid_about: &'static str,
    pub double_roles_note: &'static str,
    /// So many double roles are listed of so many.
    pub double_roles_first: fn(&str, &str) -> String,
    /// A double role in a line; the function gives an item's name.
    pub double_role: fn(&DoubleRole, &dyn Fn(ItemId) -> String) -> String,
    pub printed_as: fn(&str) -> String,
}

//! The deal explorer.

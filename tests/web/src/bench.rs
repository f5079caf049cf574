//! Benchmarks: a page that measures by itself, and the explorer against the least that its job can cost.

mod page;
mod pages;
mod reader;
mod sequence;
mod sizes;
mod summary;
mod table;
mod widget;

pub use page::page;
pub use sequence::sequence;
pub use sizes::Size;
pub use widget::widget;

//! Drawings of a network, in two ways: [`arrange`] for few nodes, each a box with a name, whose ties carry words; and
//! [`Swarm`] for many, which are dots.
//!
//! Both know sizes and ties alone. The same input gives the same drawing: nothing is random, and whatever order matters
//! is the order of the input. Whatever the input, every place is finite.

mod around;
mod arrange;
mod bodies;
mod boxes;
mod crossings;
mod labels;
mod pack;
mod parts;
mod quadtree;
mod spring;
mod stress;
mod swarm;
pub mod wire;

pub use arrange::{Arrangement, Bond, Course, Frame, arrange};
pub use deal_plane::{Extent, Point};
pub use swarm::{Swarm, Tie};

/// Where a box, or words, stand: the top left corner and the size.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Place {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
    /// As given.
    pub width: f64,
    /// As given.
    pub height: f64,
}

impl Place {
    /// The box of this size around a point.
    fn around(center: Point, size: Extent) -> Self {
        let (width, height) = (size.width, size.height);
        Self { x: center.x - width / 2.0, y: center.y - height / 2.0, width, height }
    }

    /// The middle.
    pub fn center(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// By how much the two overlap on the axis where they do so least, with so much room around; 0 where they do not.
    pub fn overlap(&self, other: &Self, room: f64) -> f64 {
        let (a, b) = (self.center(), other.center());
        let across = f64::midpoint(self.width, other.width) + room - (a.x - b.x).abs();
        let down = f64::midpoint(self.height, other.height) + room - (a.y - b.y).abs();
        across.min(down).max(0.0)
    }
}

fn sound(size: f64) -> f64 {
    if size.is_finite() { size.clamp(0.0, 1e4) } else { 0.0 }
}

//! Parts that no tie connects stand side by side, the largest first, in rows.

use super::{Extent, Point};

/// The top left corners of boxes of these sizes, and the size of the whole, which is to be so wide.
pub(super) fn pack(sizes: &[Extent], gap: f64, wide: f64) -> (Vec<Point>, Extent) {
    let widest = sizes.iter().map(|size| size.width).fold(wide, f64::max);
    let (mut corner, mut row) = (Point::default(), 0.0_f64);
    let mut whole = Extent::default();
    let mut corners = Vec::with_capacity(sizes.len());
    for size in sizes {
        if corner.x > 0.0 && corner.x + size.width > widest {
            corner = Point { x: 0.0, y: corner.y + row + gap };
            row = 0.0;
        }
        corners.push(corner);
        whole.width = whole.width.max(corner.x + size.width);
        whole.height = whole.height.max(corner.y + size.height);
        corner.x += size.width + gap;
        row = row.max(size.height);
    }
    (corners, whole)
}

//! Parts that no tie connects stand side by side, the largest first, in rows.

use super::{Extent, Point};

/// How wide the whole is to be.
#[derive(Clone, Copy)]
pub(super) enum Width {
    /// So wide.
    Of(f64),
    /// So many times as wide as high.
    Ratio(f64),
}

/// The top left corners of boxes of these sizes, and the size of the whole.
pub(super) fn pack(sizes: &[Extent], gap: f64, width: Width) -> (Vec<Point>, Extent) {
    let wished = match width {
        Width::Of(wished) => wished,
        Width::Ratio(ratio) => {
            let area: f64 = sizes.iter().map(|size| (size.width + gap) * (size.height + gap)).sum();
            (area * ratio).sqrt()
        }
    };
    let widest = sizes.iter().map(|size| size.width).fold(wished, f64::max);
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

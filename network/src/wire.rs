//! A network and its drawing as plain numbers, for a program that has the drawing done by another one.
//!
//! The numbers of a network: the wished width; 1 where it is mirrored, else 0; how many boxes; the
//! width and height of each; then of each tie from where, to where, how long, and the width and height of its words, both
//! −1 where it has none. Those of a drawing: its width and height; of each box left and top; then of each tie 0 where it
//! is not drawn; 1, or 2 where its words are, then its three points, then left and top of its words.

#![expect(clippy::cast_sign_loss, reason = "what is below zero is no such number, and counts as 0")]

use deal_plane::Numbers;

use crate::{Arrangement, Bond, Course, Extent, Frame, Place, Point};

/// The numbers of a network.
pub fn network(sizes: &[Extent], bonds: &[Bond], frame: Frame) -> Vec<f64> {
    let mut numbers = vec![frame.width, f64::from(u8::from(frame.mirrored)), sizes.len() as f64];
    for size in sizes {
        numbers.extend_from_slice(&[size.width, size.height]);
    }
    for bond in bonds {
        let words = bond.label.unwrap_or(Extent { width: -1.0, height: -1.0 });
        numbers.extend_from_slice(&[bond.from as f64, bond.to as f64, bond.length, words.width, words.height]);
    }
    numbers
}

/// The network that these are the numbers of; where they are cut short, so is it.
pub fn read_network(numbers: &[f64]) -> (Vec<Extent>, Vec<Bond>, Frame) {
    let mut numbers = Numbers(numbers);
    let [width, mirrored, count] = numbers.take().unwrap_or([1.0, 0.0, 0.0]);
    let mut sizes = Vec::new();
    for _ in 0..count as usize {
        let Some([width, height]) = numbers.take() else { break };
        sizes.push(Extent { width, height });
    }
    let mut bonds = Vec::new();
    while let Some([from, to, length, width, height]) = numbers.take() {
        let label = (width >= 0.0 && height >= 0.0).then_some(Extent { width, height });
        bonds.push(Bond { from: from as usize, to: to as usize, length, label });
    }
    (sizes, bonds, Frame { width, mirrored: mirrored > 0.5 })
}

/// The numbers of a drawing.
pub fn drawing(drawing: &Arrangement) -> Vec<f64> {
    let mut numbers = vec![drawing.width, drawing.height];
    for place in &drawing.boxes {
        numbers.extend_from_slice(&[place.x, place.y]);
    }
    for course in &drawing.courses {
        let Some(course) = course else {
            numbers.push(0.0);
            continue;
        };
        numbers.push(if course.label.is_some() { 2.0 } else { 1.0 });
        for point in [course.from, course.over, course.to] {
            numbers.extend_from_slice(&[point.x, point.y]);
        }
        if let Some(words) = course.label {
            numbers.extend_from_slice(&[words.x, words.y]);
        }
    }
    numbers
}

/// The drawing that these are the numbers of, of boxes of these sizes and these ties; `None` where they are not.
pub fn read_drawing(numbers: &[f64], sizes: &[Extent], bonds: &[Bond]) -> Option<Arrangement> {
    let mut numbers = Numbers(numbers);
    let [width, height] = numbers.take()?;
    let mut drawing = Arrangement { width, height, ..Arrangement::default() };
    for size in sizes {
        let [x, y] = numbers.take()?;
        drawing.boxes.push(Place { x, y, width: size.width, height: size.height });
    }
    for bond in bonds {
        let [sort] = numbers.take()?;
        if sort < 0.5 {
            drawing.courses.push(None);
            continue;
        }
        let [x, y, over_x, over_y, to_x, to_y] = numbers.take()?;
        let (from, over, to) = (Point { x, y }, Point { x: over_x, y: over_y }, Point { x: to_x, y: to_y });
        let label = if sort > 1.5 {
            let ([x, y], size) = (numbers.take()?, bond.label?);
            Some(Place { x, y, width: size.width, height: size.height })
        } else {
            None
        };
        drawing.courses.push(Some(Course { from, over, to, label }));
    }
    Some(drawing)
}

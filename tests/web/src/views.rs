//! What is looked at in pictures: every view, as a link opens it.

/// A name for the file, and the path after the site's root.
pub const VIEWS: &[(&str, &str)] = &[("page", ""), ("beside", "gallery/beside-article.html")];

/// The widths: a small phone, a tablet, a desk.
pub(crate) const WIDTHS: [u32; 3] = [320, 768, 1280];

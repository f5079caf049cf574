//! What is supposed of a piece, and what results for it.

/// What the reader supposes of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// It comes about; of a doubt: it came true.
    Holds,
    /// Nobody knows.
    Open,
    /// It does not come about; of a doubt: it was dispelled.
    Fails,
}

/// What results for a piece, from the mildest to the gravest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It comes about.
    Holds,
    /// Nothing decides it.
    Open,
    /// The other side of its exchange fails: as worded, it is no longer owed. It may still be done.
    NoLongerOwed,
    /// All that the document gives it to stand on is gone. It may still come about.
    Unsupported,
    /// It does not come about.
    Fails,
}

impl From<Setting> for Verdict {
    fn from(setting: Setting) -> Self {
        match setting {
            Setting::Holds => Self::Holds,
            Setting::Open => Self::Open,
            Setting::Fails => Self::Fails,
        }
    }
}

//! What is supposed of a piece, and what results for it.

use crate::deal::Kind;

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

impl Setting {
    /// Every setting, from the mildest to the gravest.
    pub const ALL: [Self; 3] = [Self::Holds, Self::Open, Self::Fails];

    /// Its short word.
    pub fn word(self) -> &'static str {
        Verdict::from(self).word()
    }

    /// The setting of a short word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.word() == word)
    }

    /// What "it goes" means for a piece of this kind: it fails; of a doubt, it comes true.
    pub fn lost(kind: Kind) -> Self {
        if kind == Kind::Doubt { Self::Holds } else { Self::Fails }
    }
}

impl Verdict {
    /// Its short word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Open => "open",
            Self::NoLongerOwed => "no-longer-owed",
            Self::Unsupported => "unsupported",
            Self::Fails => "fails",
        }
    }
}

/// Whether something can be supposed of items of this kind: of conditions, aims, doubts and events.
pub fn is_settable(kind: Kind) -> bool {
    matches!(kind, Kind::Condition | Kind::Aim | Kind::Doubt | Kind::Event)
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

//! Which side of a picture is up, by the mark that cameras leave in EXIF.

/// How a stored picture is to be turned to stand upright: mirrored or not, then turned by quarters.
///
/// The eight values are those of the tag `Orientation` of EXIF (CIPA DC-008, 4.6.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Orientation(u8);

impl Orientation {
    /// As it is stored.
    pub const UPRIGHT: Self = Self(1);

    /// The orientation of that value of EXIF; `None` for what is none of 1 to 8.
    pub fn of_exif(value: u8) -> Option<Self> {
        (1..=8).contains(&value).then_some(Self(value))
    }

    /// The value of EXIF, from 1 to 8.
    pub fn exif(self) -> u8 {
        self.0
    }

    /// Whether left and right are to be exchanged before it is turned.
    pub fn is_mirrored(self) -> bool {
        matches!(self.0, 2 | 4 | 5 | 7)
    }

    /// By how many quarters it is then to be turned clockwise, from 0 to 3.
    pub fn quarter_turns(self) -> u8 {
        match self.0 {
            3 | 4 => 2,
            6 | 7 => 1,
            5 | 8 => 3,
            _ => 0,
        }
    }

    /// Whether width and height change places.
    pub fn swaps_sides(self) -> bool {
        self.quarter_turns() % 2 == 1
    }
}

impl Default for Orientation {
    fn default() -> Self {
        Self::UPRIGHT
    }
}

impl From<image::metadata::Orientation> for Orientation {
    fn from(orientation: image::metadata::Orientation) -> Self {
        Self(orientation.to_exif())
    }
}

impl From<Orientation> for image::metadata::Orientation {
    fn from(orientation: Orientation) -> Self {
        Self::from_exif(orientation.0).unwrap_or(Self::NoTransforms)
    }
}

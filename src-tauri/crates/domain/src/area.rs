//! Parts of a page or picture.

/// A rectangle of a page or picture that stands upright: thousandths of its width and of its height,
/// from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Area {
    /// Its left edge.
    pub left: u16,
    /// Its upper edge.
    pub top: u16,
    /// Its right edge.
    pub right: u16,
    /// Its lower edge.
    pub bottom: u16,
}

impl Area {
    /// All of a page or picture.
    pub const WHOLE: Self = Self { left: 0, top: 0, right: 1_000, bottom: 1_000 };

    /// Whether it is a rectangle that lies on the page.
    pub fn is_sound(self) -> bool {
        self.left < self.right
            && self.top < self.bottom
            && self.right <= 1_000
            && self.bottom <= 1_000
    }

    /// Whether two have a part in common. Edges that only meet count: what is reckoned in thousandths
    /// may reach a little further than it says.
    pub fn touches(self, other: Self) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }

    /// The pixels that it covers of a picture that is so many wide and high: from and to, across and
    /// down, rounded outwards.
    pub fn pixels(self, width: u32, height: u32) -> [u32; 4] {
        let from = |part: u16, of: u32| portion(part, of).0;
        let to = |part: u16, of: u32| portion(part, of).1;
        [
            from(self.left, width),
            to(self.right, width),
            from(self.top, height),
            to(self.bottom, height),
        ]
    }
}

/// So many thousandths of a length, rounded down and up.
fn portion(thousandths: u16, of: u32) -> (u32, u32) {
    let exact = u64::from(thousandths.min(1_000)) * u64::from(of);
    let [down, up] = [exact / 1_000, exact.div_ceil(1_000)];
    (u32::try_from(down).unwrap_or(of), u32::try_from(up).unwrap_or(of))
}

#[cfg(test)]
mod tests {
    use super::Area;

    #[test]
    fn a_part_covers_all_pixels_that_it_reaches() {
        let cases = [
            (Area::WHOLE, [0, 7, 0, 3]),
            (Area { left: 100, top: 0, right: 200, bottom: 334 }, [0, 2, 0, 2]),
            (Area { left: 0, top: 999, right: 1, bottom: 1_000 }, [0, 1, 2, 3]),
        ];
        for (area, expected) in cases {
            assert_eq!(
                area.pixels(7, 3),
                expected,
                "{area:?} of 7 by 3: outwards, so nothing shows"
            );
        }
    }

    #[test]
    fn what_meets_touches() {
        let one = Area { left: 100, top: 100, right: 200, bottom: 200 };
        let cases = [
            (Area { left: 200, right: 300, ..one }, true),
            (Area { left: 201, right: 300, ..one }, false),
            (Area { top: 0, bottom: 99, ..one }, false),
            (Area::WHOLE, true),
        ];
        for (other, expected) in cases {
            assert_eq!(one.touches(other), expected, "{other:?}");
            assert_eq!(other.touches(one), expected, "{other:?}, the other way round");
        }
    }

    #[test]
    fn only_what_lies_on_the_page_is_sound() {
        let one = Area { left: 100, top: 100, right: 200, bottom: 200 };
        assert!(one.is_sound() && Area::WHOLE.is_sound());
        for other in [
            Area { right: 100, ..one },
            Area { bottom: 90, ..one },
            Area { right: 1_001, ..one },
            Area { bottom: 1_001, ..one },
        ] {
            assert!(!other.is_sound(), "{other:?}");
        }
    }
}

//! What of a piece of evidence is covered where a dossier shows it. The original is never touched.

use holdfast_domain::{Area, CoveredArea, CoveredAreaId};

use crate::clock::new_id;
use crate::error::{not_found, refused};
use crate::wire::Deed;
use crate::wire::{AppError, CoveredPart, Done, Part};
use crate::{App, from_wire};

/// How many parts of one piece can be covered: more than anybody draws by hand.
const MOST: usize = 1_000;

impl App {
    /// Covers a part of a picture or page in every dossier from now on.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` where the part is none.
    pub fn cover(&self, attachment: &str, part: &Part) -> Result<Done, AppError> {
        let area = area(part)?;
        self.change_attachment(attachment, Deed::Cover, |mut known, _| {
            if known.covered.len() >= MOST {
                return Err(refused("part", "too_many", []));
            }
            known.covered.push(CoveredArea { id: new_id(), page: part.page, area });
            Ok(known)
        })
    }

    /// Covers a part no longer.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn uncover(&self, attachment: &str, covered: &str) -> Result<Done, AppError> {
        let covered: CoveredAreaId = from_wire::id("covered", covered)?;
        self.change_attachment(attachment, Deed::Uncover, |mut known, _| {
            let before = known.covered.len();
            known.covered.retain(|one| one.id != covered);
            if known.covered.len() == before { Err(not_found()) } else { Ok(known) }
        })
    }
}

fn area(part: &Part) -> Result<Area, AppError> {
    let edge = |edge: u32| u16::try_from(edge).unwrap_or(u16::MAX);
    let area = Area {
        left: edge(part.left),
        top: edge(part.top),
        right: edge(part.right),
        bottom: edge(part.bottom),
    };
    if area.is_sound() && part.page >= 1 { Ok(area) } else { Err(refused("part", "unsound", [])) }
}

pub(super) fn view(of: &CoveredArea) -> CoveredPart {
    let Area { left, top, right, bottom } = of.area;
    let [left, top, right, bottom] = [left, top, right, bottom].map(u32::from);
    CoveredPart { id: of.id.to_string(), part: Part { page: of.page, left, top, right, bottom } }
}

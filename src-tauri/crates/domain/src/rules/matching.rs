//! What the lines of bank statements seem to mean for the disputes: which credit pays which claim,
//! which debit takes back what had come, charges again what was waived, or goes on charging for what
//! was ended. It proposes and never decides.
//!
//! The names of vendors weigh most, then the sum, then references and days. A sum alone is weak: it
//! stays below [`UNNAMED`], and so behind every line that names the vendor. Sums of different
//! currencies never match.

mod debits;
mod fold;
mod hints;
mod line;
mod missing;
mod names;
mod pays;
mod rank;
mod score;
mod subset;
mod targets;

use chrono::NaiveDate;

pub use line::{Matcher, naming, unspoken};
pub use missing::{Missing, missing};
pub use names::{Naming, learnable};
pub use score::{Reason, UNNAMED};
pub use targets::BY_HAND;

use crate::{
    CheckId, ClaimId, Contact, Dispute, DisputeId, LineRef, MatchKind, Money, MovementId, RemedyId,
    StatementMatch, Vendor, VendorId,
};

/// What lines are held against.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The disputes, closed ones too: what was paid can be taken back after the end.
    pub disputes: &'a [Dispute],
    /// All vendors; those that no dispute knows too, so that their lines are not taken for others'.
    pub vendors: &'a [Vendor],
    /// Their people.
    pub contacts: &'a [Contact],
    /// What was said of lines.
    pub said: &'a [StatementMatch],
    /// The day from which one looks.
    pub on: NaiveDate,
}

/// What a line seems to mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The line.
    pub line: LineRef,
    /// What it would mean.
    pub kind: MatchKind,
    /// What it would be for; several where one credit pays several claims.
    pub parts: Vec<Part>,
    /// How sure, from 0 to 100.
    pub score: u32,
    /// What speaks for it, the weightiest first.
    pub why: Vec<Reason>,
    /// Other credits that would pay the same claim together with this one.
    pub together_with: Vec<LineRef>,
}

/// One target of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The dispute.
    pub dispute: DisputeId,
    /// The vendor.
    pub vendor: VendorId,
    /// The claim that it moves; none where a new one would have to be made.
    pub claim: Option<ClaimId>,
    /// The remedy that it carries out or takes back.
    pub remedy: Option<RemedyId>,
    /// The look that it would answer.
    pub check: Option<CheckId>,
    /// How much of the line, above zero.
    pub amount: Money,
    /// What would be owed on the claim afterwards.
    pub leaves: Option<Money>,
    /// The movement that was written down by hand for it already.
    pub by_hand: Option<MovementId>,
}

impl Part {
    /// What the part is of, for telling parts apart: its claim, else its remedy, else its dispute.
    fn target(&self) -> uuid::Uuid {
        let of = self.claim.map(ClaimId::uuid).or(self.remedy.map(RemedyId::uuid));
        of.unwrap_or(self.dispute.uuid())
    }
}

impl Proposal {
    /// Whether more than a sum speaks for it: a name, or a reference of the dispute.
    pub fn is_named(&self) -> bool {
        self.why.iter().any(|reason| reason.names())
    }

    /// A name that stays the same as long as the line and what it is held against are the same: ten
    /// letters and figures, counted by FNV-1a over their ids.
    pub fn key(&self) -> String {
        let mut hash = Fnv::default();
        hash.add(self.line.statement.uuid().as_bytes());
        hash.add(&self.line.number.to_be_bytes());
        hash.add(self.kind.as_str().as_bytes());
        let mut targets: Vec<_> =
            self.parts.iter().map(|part| (part.dispute, part.target())).collect();
        targets.sort_unstable();
        for (dispute, target) in targets {
            hash.add(dispute.uuid().as_bytes());
            hash.add(target.as_bytes());
        }
        hash.letters()
    }
}

/// FNV-1a of 64 bits, which is the same everywhere and for ever.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// Ten letters and figures that are not easily taken for each other.
    fn letters(&self) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        (0..10)
            .map(|place| {
                let index = (self.0 >> (place * 5 + 7)) & 31;
                char::from(ALPHABET[index as usize])
            })
            .collect()
    }
}

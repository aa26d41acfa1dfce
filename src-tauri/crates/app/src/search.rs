//! Finding everything by words.

pub mod answers;

use holdfast_domain::{EventId, LetterId, LineRef, StatementId, typed};
use holdfast_store::{Asked, Found, Noun, Reader, StoreError};

use crate::directory::Directory;
use crate::wire::{self, AppError, Hit, HitGroup, HitKind, HitWhat, SearchQuery};
use crate::{App, to_wire};

/// More than anybody reads.
const MOST: u32 = 200;

/// The sorts in the order in which they stand where none fits better than another.
const KINDS: [(HitKind, &[Noun]); 9] = [
    (HitKind::Disputes, &[Noun::Dispute]),
    (HitKind::Facts, &[Noun::Event]),
    (HitKind::Money, &[Noun::Claim]),
    (
        HitKind::Agreed,
        &[
            Noun::Promise,
            Noun::Offer,
            Noun::Remedy,
            Noun::Advocacy,
            Noun::Rung,
            Noun::NextStep,
            Noun::Issue,
        ],
    ),
    (HitKind::People, &[Noun::Contact, Noun::Member]),
    (HitKind::Vendors, &[Noun::Vendor]),
    (HitKind::Letters, &[Noun::Letter, Noun::SentLetter]),
    (HitKind::Documents, &[Noun::Attachment]),
    (HitKind::Bank, &[Noun::Statement]),
];

impl App {
    /// What has all of the words, by sorts: those first in which something fits best. The private
    /// notes are looked at only `with_private`, for who sits at the window.
    ///
    /// # Errors
    /// Only where the store cannot be read.
    pub fn search(
        &self,
        query: &SearchQuery,
        with_private: bool,
    ) -> Result<Vec<HitGroup>, AppError> {
        let wanted = |kind: HitKind| query.kinds.is_empty() || query.kinds.contains(&kind);
        let kinds: Vec<_> = KINDS.into_iter().filter(|(kind, _)| wanted(*kind)).collect();
        let groups: Vec<&[Noun]> = kinds.iter().map(|(_, nouns)| *nouns).collect();
        self.read(|reader| {
            let asked = Asked {
                words: &query.words,
                month_first: month_first(reader, &query.locale)?,
                with_private,
                groups: &groups,
                limit: usize::try_from(query.limit.clamp(1, MOST)).unwrap_or_default(),
            };
            let found = self.store().search(reader, &asked)?;
            let names = Directory::read(reader)?;
            let mut sorted = Vec::new();
            for ((kind, _), group) in kinds.iter().zip(found) {
                let Some(best) = group.hits.first().map(|hit| hit.rank) else { continue };
                let hits =
                    group.hits.into_iter().filter_map(|it| hit(reader, &names, it).transpose());
                let hits = hits.collect::<Result<_, AppError>>()?;
                sorted.push((best, HitGroup { kind: *kind, hits, more: group.more }));
            }
            sorted.sort_by_key(|(best, _)| *best);
            Ok(sorted.into_iter().map(|(_, group)| group).collect())
        })
    }
}

/// Whether the household writes the month before the day: by where it lives, else by the locale.
pub(crate) fn month_first(reader: &Reader, locale: &str) -> Result<bool, StoreError> {
    let region = reader.household_region()?;
    let tag = region.map_or_else(|| locale.to_owned(), |region| format!("en-{region}"));
    Ok(typed::has_month_first(&tag))
}

fn hit(reader: &Reader, names: &Directory, found: Found) -> Result<Option<Hit>, AppError> {
    let Some(what) = what(found.record.noun()) else { return Ok(None) };
    let id = found.record.uuid();
    let is = |wanted| (what == wanted).then_some(id);
    let event = is(HitWhat::Event).map(|id| reader.event(EventId::from(id))).transpose()?.flatten();
    let draft =
        is(HitWhat::Draft).map(|id| reader.letter(LetterId::from(id))).transpose()?.flatten();
    let line = found.line.map(|number| LineRef { statement: StatementId::from(id), number });
    let line = line.map(|line| reader.statement_line(line)).transpose()?.flatten();
    Ok(Some(Hit {
        what,
        id: id.to_string(),
        dispute: found.dispute.map(|dispute| names.dispute(dispute)),
        title: spans(found.title),
        excerpt: spans(found.excerpt),
        names: found.names,
        on: found.day.map(to_wire::day),
        private: found.private,
        page: found.page,
        line: found.line,
        amount: line.map(|line| to_wire::money(line.entry.amount)),
        channel: event.map(|event| event.channel.into()),
        letter_kind: draft.map(|draft| draft.kind.into()),
    }))
}

fn spans(spans: Vec<holdfast_store::Span>) -> Vec<wire::Span> {
    spans.into_iter().map(|span| wire::Span { text: span.text, marked: span.marked }).collect()
}

/// What the window calls a noun that is found by itself.
fn what(noun: Noun) -> Option<HitWhat> {
    const WORDS: [(Noun, HitWhat); 17] = [
        (Noun::Dispute, HitWhat::Dispute),
        (Noun::Event, HitWhat::Event),
        (Noun::Claim, HitWhat::Claim),
        (Noun::Promise, HitWhat::Promise),
        (Noun::Offer, HitWhat::Offer),
        (Noun::Remedy, HitWhat::Remedy),
        (Noun::Advocacy, HitWhat::Help),
        (Noun::Rung, HitWhat::Rung),
        (Noun::NextStep, HitWhat::Step),
        (Noun::Contact, HitWhat::Person),
        (Noun::Vendor, HitWhat::Vendor),
        (Noun::Letter, HitWhat::Draft),
        (Noun::SentLetter, HitWhat::Sent),
        (Noun::Attachment, HitWhat::File),
        (Noun::Issue, HitWhat::Issue),
        (Noun::Member, HitWhat::Member),
        (Noun::Statement, HitWhat::Line),
    ];
    WORDS.iter().find(|(known, _)| *known == noun).map(|(_, what)| *what)
}

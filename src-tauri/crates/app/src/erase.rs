//! Erasing for good: a look first, then the words go, and a mark stays.

mod original;

pub(crate) use original::keeper;

use std::collections::BTreeMap;

use holdfast_domain::DisputeId;
use holdfast_store::{
    ErasedWords, NotErasable, Noun, Place, PlaceOf, Reader, Record, StillThere, StoreError,
};

use crate::App;
use crate::error::refused;
use crate::lock::locked;
use crate::wire::{
    AppError, BackupsRenewed, Deed, EraseBackups, EraseDone, EraseExcerpt, EraseLook, EraseNoun,
    ErasePlaces, FileKeeper, FileKeeperKind, Named,
};

/// So many excerpts of each sort are enough to see what is meant.
const EXCERPTS: usize = 3;

impl App {
    /// Where words stand, and what would keep them.
    ///
    /// # Errors
    /// `Refused` where they are too few to be erased.
    pub fn look_to_erase(&self, words: &str) -> Result<EraseLook, AppError> {
        let words = erasable(words)?;
        // A file that came just now may have them too.
        self.read_documents()?;
        let found = self.store().places_of(&words)?;
        self.read(|reader| {
            let keepers = found.still_there.iter().map(|it| still(reader, *it));
            Ok(EraseLook {
                places: grouped(reader, &found.places)?,
                keepers: keepers.collect::<Result<_, StoreError>>()?,
                backups: self.backups_there()?,
            })
        })
    }

    /// Puts a mark wherever the words stand, for good: in the record, its history, its search and
    /// every file of it but those that were added or sent, and the backups.
    ///
    /// # Errors
    /// `Refused` where they are too few to be erased, and what disks can do; all is as it was then, but for
    /// files that nothing names: they go first, each by itself.
    pub fn erase_words(&self, words: &str) -> Result<EraseDone, AppError> {
        let words = erasable(words)?;
        self.read_documents()?;
        // First, as they are found by their words.
        let unnamed = self.erase_unnamed(&words)?;
        let action = self.new_action(Deed::Erase, "");
        let erased = self.store().erase_words(&action, &words)?;
        self.forget_what_is_held();
        Ok(EraseDone {
            places: number(erased.places + unnamed.len()),
            is_clean: erased.is_clean && unnamed.iter().all(|is_clean| *is_clean),
            backups: self.backups_there()?,
        })
    }

    /// Erases the files with the words that nothing names. Says of each whether nothing is left of it in
    /// the bytes of the files.
    fn erase_unnamed(&self, words: &ErasedWords) -> Result<Vec<bool>, AppError> {
        let found = self.store().places_of(words)?.places;
        let unnamed = self.read(|reader| {
            let mut unnamed = Vec::new();
            for place in found {
                if let PlaceOf::Document(sha256) = place.of
                    && reader.naming(sha256)?.is_empty()
                {
                    unnamed.push(sha256);
                }
            }
            Ok(unnamed)
        })?;
        let erase = |sha256| {
            let action = self.new_action(Deed::Erase, "");
            Ok(self.store().erase_original(&action, sha256, self.today_day())?)
        };
        unnamed.into_iter().map(erase).collect()
    }

    /// Makes a backup now, and removes every older one, in the second folder too where it can be
    /// reached.
    ///
    /// # Errors
    /// Why there is no new one; the older ones are all there then.
    pub fn renew_backups(&self) -> Result<BackupsRenewed, AppError> {
        let damaged = self.store().kept_damaged();
        let removed = self.store().renew_backups(self.wall_clock())?.saturating_sub(damaged);
        let not_reached = self.renew_backups_elsewhere()?;
        Ok(BackupsRenewed {
            removed: number(removed),
            removed_damaged: number(damaged),
            not_reached,
        })
    }

    /// What was composed or read before may have what was erased, and would bring it back.
    fn forget_what_is_held(&self) {
        *locked(&self.document) = None;
        *locked(&self.statement) = None;
        *locked(&self.refund_list) = None;
        *locked(&self.looked) = None;
        locked(&self.drawn).clear();
        locked(&self.page_counts).clear();
    }

    fn backups_there(&self) -> Result<EraseBackups, AppError> {
        let all = self.backups();
        Ok(EraseBackups {
            count: number(all.len()),
            kept_damaged: number(self.store().kept_damaged()),
            oldest: all.last().map(|oldest| oldest.on.clone()),
            elsewhere: self.backup_place()?.map(|place| place.name),
        })
    }
}

fn erasable(words: &str) -> Result<ErasedWords, AppError> {
    ErasedWords::new(words).map_err(|why| {
        let code = match why {
            NotErasable::TooShort => "too_short",
            NotErasable::Brackets => "brackets",
            NotErasable::TheMark => "the_mark",
        };
        refused("words", code, [])
    })
}

/// What places are told together by: the sort, the dispute, and what a file is called.
type Key = (EraseNoun, Option<DisputeId>, Option<String>);

/// The places by sort, dispute and file, in the order of the sorts.
fn grouped(reader: &Reader, places: &[Place]) -> Result<Vec<ErasePlaces>, StoreError> {
    let mut groups: BTreeMap<Key, Vec<&Place>> = BTreeMap::new();
    for place in places {
        let noun = noun(reader, &place.of)?;
        // What was is told in one number, wherever it was.
        let dispute = place.dispute.filter(|_| noun != EraseNoun::Before);
        groups.entry((noun, dispute, name(reader, &place.of)?)).or_default().push(place);
    }
    let group = |((noun, dispute, name), places): (Key, Vec<&Place>)| {
        Ok(ErasePlaces {
            noun,
            dispute: dispute.map(|id| titled(reader, id)).transpose()?,
            name,
            count: number(places.len()),
            in_bin: number(places.iter().filter(|place| place.in_bin).count()),
            excerpts: places.iter().take(EXCERPTS).map(|place| excerpt(place)).collect(),
        })
    };
    groups.into_iter().map(group).collect()
}

fn excerpt(place: &Place) -> EraseExcerpt {
    let [before, words, behind] = place.excerpt.clone();
    EraseExcerpt { before, words, behind }
}

/// The dispute by its title, also where it lies in the bin.
fn titled(reader: &Reader, id: DisputeId) -> Result<Named, StoreError> {
    Ok(Named { id: id.to_string(), name: reader.label(id)?.unwrap_or_default() })
}

/// What the file or the statement is called that a place is in.
fn name(reader: &Reader, of: &PlaceOf) -> Result<Option<String>, StoreError> {
    match of {
        PlaceOf::Line(statement) => reader.label(*statement),
        PlaceOf::Document(sha256) => {
            let mut names: Vec<String> =
                reader.attachments_with(*sha256)?.into_iter().map(|it| it.name).collect();
            names.dedup();
            Ok((!names.is_empty()).then(|| names.join(", ")))
        }
        PlaceOf::Record(_) | PlaceOf::Draft | PlaceOf::Journal | PlaceOf::Before(_) => Ok(None),
    }
}

fn noun(reader: &Reader, of: &PlaceOf) -> Result<EraseNoun, StoreError> {
    Ok(match of {
        PlaceOf::Record(record) => noun_of(record.noun()),
        PlaceOf::Line(_) => EraseNoun::Line,
        PlaceOf::Draft => EraseNoun::Draft,
        PlaceOf::Journal => EraseNoun::Journal,
        PlaceOf::Before(_) => EraseNoun::Before,
        PlaceOf::Document(sha256) if reader.naming(*sha256)?.is_empty() => EraseNoun::Unnamed,
        PlaceOf::Document(_) => EraseNoun::Document,
    })
}

fn noun_of(noun: Noun) -> EraseNoun {
    match noun {
        Noun::Household => EraseNoun::Household,
        Noun::Member => EraseNoun::Member,
        Noun::Vendor | Noun::VendorChannel => EraseNoun::Vendor,
        Noun::Contact => EraseNoun::Person,
        Noun::Party => EraseNoun::Party,
        Noun::Claim => EraseNoun::Claim,
        Noun::Movement => EraseNoun::Movement,
        Noun::Fact | Noun::IssueFact => EraseNoun::Fact,
        Noun::Event | Noun::EventContact => EraseNoun::Note,
        Noun::Issue => EraseNoun::Issue,
        Noun::Promise => EraseNoun::Promise,
        Noun::Offer => EraseNoun::Offer,
        Noun::Rung => EraseNoun::Rung,
        Noun::Advocacy => EraseNoun::Help,
        Noun::Remedy => EraseNoun::Remedy,
        Noun::Check => EraseNoun::Check,
        Noun::NextStep => EraseNoun::Step,
        Noun::Attachment | Noun::Citation | Noun::CoveredArea => EraseNoun::File,
        Noun::Letter | Noun::LetterEdit => EraseNoun::Letter,
        Noun::SentLetter => EraseNoun::SentLetter,
        Noun::LetterTemplate => EraseNoun::Template,
        Noun::DossierChoice | Noun::SentDossier => EraseNoun::Dossier,
        Noun::Account => EraseNoun::Account,
        Noun::Statement | Noun::StatementMatch => EraseNoun::Statement,
        Noun::CsvLayout | Noun::RefundLayout => EraseNoun::Layout,
        Noun::Dispute | Noun::Clock | Noun::Snooze => EraseNoun::Dispute,
    }
}

fn still(reader: &Reader, of: StillThere) -> Result<FileKeeper, StoreError> {
    let (kind, record) = match of {
        StillThere::Attachment(id) => (FileKeeperKind::File, Record::Attachment(id)),
        StillThere::With(record) if record.noun() == Noun::Statement => {
            (FileKeeperKind::Statement, record)
        }
        StillThere::With(record) => (FileKeeperKind::SentLetter, record),
        StillThere::Perhaps(record) => (FileKeeperKind::Dossier, record),
    };
    let dispute = reader.dispute_of(record)?;
    Ok(FileKeeper {
        kind,
        id: record.uuid().to_string(),
        name: reader.label(record)?.unwrap_or_default(),
        dispute: dispute.map(|id| titled(reader, id)).transpose()?,
    })
}

fn number(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

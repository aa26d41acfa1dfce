//! Evidence coming in: many files in one action, each kept or said why not.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use holdfast_domain::{
    Attachment, AttachmentId, Cited, DateTime, DisputeId, EventTime, Sha256, Utc, VendorId,
    validity,
};
use holdfast_intake::original::Kind;
use holdfast_store::{Reader, Stored, Writer};

use super::cited::from_cited;
use super::{LARGEST, MOST_LOOKED_AT, say, shown};
use crate::clock::new_id;
use crate::error::{not_found, of_file, sorted_out, with};
use crate::wire::Deed;
use crate::wire::{
    AppError, BackAgain, Done, ErrorCode, EvidenceAdded, EvidenceAdding, EvidenceProgress,
    FieldProblem, KnownEvidence, LeftOut, Named,
};
use crate::{App, files, foreign, from_wire, to_wire};

/// Something to be added: chosen, dropped or pasted.
#[derive(Debug)]
pub enum Incoming {
    /// A file on this computer; its path is forgotten once it is read.
    File(PathBuf),
    /// What was pasted, with a name to show.
    Pasted {
        /// The name.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

/// An original that is safe on the disk and not yet named by a record.
pub(crate) struct Kept {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) stored: Stored,
}

/// What is said of all that is added at once.
pub(crate) struct Said {
    pub(crate) dispute: DisputeId,
    /// What is to rest on it, and where in it.
    pub(crate) cited: Vec<(Cited, Option<String>)>,
    pub(crate) caption: Option<String>,
    pub(crate) dated: Option<EventTime>,
    pub(crate) obtained: Option<String>,
    pub(crate) vendor: Option<VendorId>,
    pub(crate) author: Option<String>,
}

impl App {
    /// Adds originals to a dispute, as one action, and says of each that could not be kept why not.
    /// An original that the dispute has already is not added twice; what was to rest on it does.
    ///
    /// `watch` is told before each file how far it is, and stops the rest by answering no: what was
    /// read until then is kept.
    ///
    /// # Errors
    /// `NotFound`; `Refused` where what is said of all of it cannot be kept. Nothing is added then.
    pub fn add_evidence(
        &self,
        adding: &EvidenceAdding,
        incoming: Vec<Incoming>,
        watch: &mut dyn FnMut(EvidenceProgress) -> bool,
    ) -> Result<EvidenceAdded, AppError> {
        self.take_evidence(adding, incoming, watch, false)
    }

    /// As [`App::add_evidence`], but e-mails of which nothing else was said are set apart: their
    /// originals are kept, and no record names them before somebody said what they are, for which
    /// [`App::mail_board`] proposes all it can tell. See [`App::add_mails`].
    ///
    /// # Errors
    /// As [`App::add_evidence`].
    pub fn bring_evidence(
        &self,
        adding: &EvidenceAdding,
        incoming: Vec<Incoming>,
        watch: &mut dyn FnMut(EvidenceProgress) -> bool,
    ) -> Result<EvidenceAdded, AppError> {
        let unsaid = adding.cited.is_empty() && adding.caption.is_none();
        self.take_evidence(adding, incoming, watch, unsaid)
    }

    fn take_evidence(
        &self,
        adding: &EvidenceAdding,
        incoming: Vec<Incoming>,
        watch: &mut dyn FnMut(EvidenceProgress) -> bool,
        mails_apart: bool,
    ) -> Result<EvidenceAdded, AppError> {
        let said = Said::of(adding)?;
        let warnings = self.may_be_said(&said)?;
        let total = u32::try_from(incoming.len()).unwrap_or(u32::MAX);
        let erased = self.read(|reader| Ok(reader.erased_originals()?))?;
        let lost: HashSet<Sha256> = self.look_at_files(false)?.lost().collect();
        let (mut back, mut whole_again) = (Vec::new(), Vec::new());
        let (mut kept, mut mails, mut left_out) = (Vec::new(), Vec::<Named>::new(), Vec::new());
        let mut stopped = false;
        for (done, one) in (0..).zip(incoming) {
            let name = one.name();
            if !watch(EvidenceProgress { done, total, name: name.clone() }) {
                stopped = true;
                break;
            }
            let stored = self.keep_original(one);
            if let Ok(one) = &stored {
                let name = one.name.clone();
                if let Some(on) = erased.get(&one.stored.sha256) {
                    back.push(BackAgain { name, erased_on: to_wire::day(*on) });
                } else if lost.contains(&one.stored.sha256) {
                    whole_again.push(name);
                }
            }
            match stored {
                Ok(one) if mails_apart && self.waits_as_mail(said.dispute, &one)? => {
                    let id = one.stored.sha256.to_string();
                    if mails.iter().all(|known| known.id != id) {
                        mails.push(Named { id, name: one.name });
                    }
                }
                Ok(one) => kept.push(one),
                Err(error) => left_out.push(LeftOut { name, error }),
            }
        }
        let (done, added, mut known) = self.enter_evidence(&said, &kept, warnings)?;
        // What is there again was not there.
        known.retain(|one| back.iter().all(|back: &BackAgain| back.name != one.name));
        known.retain(|one| !whole_again.contains(&one.name));
        Ok(EvidenceAdded { done, added, known, back, whole_again, left_out, mails, stopped })
    }

    /// Looks at what is said of all of it before anything is read.
    fn may_be_said(&self, said: &Said) -> Result<Vec<FieldProblem>, AppError> {
        self.read(|reader| {
            reader.dispute(said.dispute)?.ok_or_else(not_found)?;
            said.cited.iter().try_for_each(|(of, _)| say::belongs(reader, said.dispute, *of))
        })?;
        let blank = Kept {
            name: String::new(),
            kind: Kind::Unknown,
            stored: Stored { sha256: Sha256([0; 32]), size: 0 },
        };
        let one = said.attachment(&blank, self.now());
        sorted_out(&validity::attachment_problems(&one, self.today_day()))
    }

    /// Keeps an original byte for byte.
    pub(crate) fn keep_original(&self, incoming: Incoming) -> Result<Kept, AppError> {
        let name = incoming.name();
        let mut content = incoming.open()?;
        if content.fill_buf().map_err(|error| files::failed_by_name(&name, &error))?.is_empty() {
            return Err(with(ErrorCode::FileEmpty, [("name", name)]));
        }
        let mut head = super::Head { content: &mut content, bytes: Vec::new() };
        let stored = self.store().store_original(&mut head, LARGEST);
        let stored = stored.map_err(|error| of_file(error, &name, LARGEST))?;
        let kind = self.kind_of(&head.bytes, &stored)?;
        Ok(Kept { name, kind, stored })
    }

    /// What an original is, by its content. Of a zip all is read, for what it holds stands at its end.
    fn kind_of(&self, head: &[u8], stored: &Stored) -> Result<Kind, AppError> {
        let kind = foreign::kind(&head.into());
        let is_whole = stored.size <= head.len() as u64;
        if kind != Kind::Zip || is_whole || stored.size > MOST_LOOKED_AT {
            return Ok(kind);
        }
        Ok(foreign::kind(&self.whole(stored.sha256)?))
    }

    /// Writes down what was kept, as one action. Gives what is new, and what was there.
    fn enter_evidence(
        &self,
        said: &Said,
        kept: &[Kept],
        warnings: Vec<FieldProblem>,
    ) -> Result<(Done, Vec<Named>, Vec<KnownEvidence>), AppError> {
        let names = kept.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
        let now = self.now();
        let (mut added, mut known) = (Vec::new(), Vec::new());
        let done = self.change(Deed::Attach, &names, |writer| {
            writer.dispute(said.dispute)?.ok_or_else(not_found)?;
            for one in kept {
                match put_once(writer, said, one, now)? {
                    Put::New(attachment) => added.push(attachment),
                    Put::Known(attachment) => {
                        known.push(KnownEvidence { name: one.name.clone(), attachment });
                    }
                }
            }
            Ok((added.last().map(|one: &Named| one.id.clone()), warnings))
        })?;
        Ok((done, added, known))
    }
}

/// What became of an original that was put down.
pub(crate) enum Put {
    New(Named),
    Known(Named),
}

/// Puts an original down as evidence, once for each dispute: one that is there already is only cited.
pub(crate) fn put_once(
    writer: &mut Writer<'_>,
    said: &Said,
    one: &Kept,
    now: DateTime<Utc>,
) -> Result<Put, AppError> {
    Ok(match already(writer, said.dispute, one.stored.sha256)? {
        Some(there) => {
            let known = named(&there);
            writer.put_attachment(&said.resting(there))?;
            Put::Known(known)
        }
        None => {
            let new = said.attachment(one, now);
            writer.put_attachment(&new)?;
            Put::New(named(&new))
        }
    })
}

impl Said {
    fn of(adding: &EvidenceAdding) -> Result<Self, AppError> {
        let place = from_wire::line_option(adding.place.as_deref());
        let dated = from_wire::event_time_option("at", adding.at.as_deref(), adding.precision)?;
        Ok(Self {
            dispute: from_wire::id("dispute", &adding.dispute)?,
            cited: adding
                .cited
                .iter()
                .map(|of| Ok((from_cited(of)?, place.clone())))
                .collect::<Result<_, AppError>>()?,
            caption: from_wire::line_option(adding.caption.as_deref()),
            dated,
            obtained: from_wire::line_option(adding.obtained.as_deref()),
            vendor: from_wire::id_option("vendor", adding.vendor.as_deref())?,
            author: from_wire::line_option(adding.author.as_deref()),
        })
    }

    /// A new piece of evidence.
    pub(crate) fn attachment(&self, of: &Kept, added_at: DateTime<Utc>) -> Attachment {
        let new = Attachment {
            id: new_id::<AttachmentId>(),
            dispute: self.dispute,
            sha256: of.stored.sha256,
            name: of.name.clone(),
            media_type: of.kind.media_type().to_owned(),
            size: of.stored.size,
            caption: self.caption.clone(),
            dated: self.dated,
            obtained: self.obtained.clone(),
            vendor: self.vendor,
            author: self.author.clone(),
            added_at,
            citations: Vec::new(),
            covered: Vec::new(),
        };
        self.resting(new)
    }

    /// The evidence with all resting on it that was to. A place that it has already stays.
    fn resting(&self, mut on: Attachment) -> Attachment {
        for (of, place) in &self.cited {
            let known = on.citation(*of).and_then(|citation| citation.place.clone());
            say::cite(&mut on, *of, place.clone().or(known));
        }
        on
    }
}

impl Incoming {
    pub(crate) fn name(&self) -> String {
        match self {
            Self::File(path) => files::name(path),
            Self::Pasted { name, .. } => shown(name),
        }
    }

    /// Opens it, unless its size alone says that it cannot be kept.
    pub(crate) fn open(self) -> Result<Box<dyn BufRead>, AppError> {
        let (content, name, size): (Box<dyn Read>, _, _) = match self {
            Self::File(path) => {
                let size = regular(&path)?;
                let (name, file) = files::open(&path)?;
                (Box::new(file), name, size)
            }
            Self::Pasted { name, bytes } => {
                let size = bytes.len() as u64;
                (Box::new(std::io::Cursor::new(bytes)), name, size)
            }
        };
        if size > LARGEST {
            let values = [("name", name), ("limit", LARGEST.to_string())];
            return Err(with(ErrorCode::FileTooLarge, values));
        }
        Ok(Box::new(BufReader::with_capacity(256 << 10, content)))
    }
}

/// The size of what is a file. What is none is not even opened: a pipe keeps waiting for somebody to
/// write into it, and a device could be read for ever.
fn regular(path: &Path) -> Result<u64, AppError> {
    let name = files::name(path);
    let found = std::fs::metadata(path).map_err(|error| files::failed_by_name(&name, &error))?;
    if found.is_file() {
        Ok(found.len())
    } else {
        Err(with(ErrorCode::FileNotUnderstood, [("name", name)]))
    }
}

/// The same original in the same dispute, where it is there already.
pub(crate) fn already(
    reader: &Reader,
    dispute: DisputeId,
    sha256: Sha256,
) -> Result<Option<Attachment>, AppError> {
    let known = reader.attachments_with(sha256)?.into_iter();
    let mut here = known.filter(|it| it.dispute == dispute);
    here.find_map(|it| reader.attachment(it.id).transpose()).transpose().map_err(Into::into)
}

pub(crate) fn named(of: &Attachment) -> Named {
    Named { id: of.id.to_string(), name: of.title().to_owned() }
}

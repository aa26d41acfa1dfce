//! Evidence coming in: many files in one action, each kept or said why not.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use holdfast_domain::{Attachment, AttachmentId, Cited, DisputeId, EventTime, VendorId, validity};
use holdfast_store::{Stored, Writer};

use super::cited::from_cited;
use super::{LARGEST, say, shown};
use crate::clock::new_id;
use crate::error::{not_found, of_file, sorted_out, with};
use crate::wire::{
    AppError, ErrorCode, EvidenceAdded, EvidenceAdding, EvidenceProgress, FieldProblem,
    KnownEvidence, LeftOut, Named,
};
use crate::{App, files, from_wire};

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
struct Kept {
    name: String,
    media_type: String,
    stored: Stored,
}

/// What is said of all that is added at once.
struct Said {
    dispute: DisputeId,
    cited: Vec<Cited>,
    place: Option<String>,
    caption: Option<String>,
    dated: Option<EventTime>,
    obtained: Option<String>,
    vendor: Option<VendorId>,
    author: Option<String>,
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
        let said = Said::of(adding)?;
        let warnings = self.may_be_said(&said)?;
        let total = u32::try_from(incoming.len()).unwrap_or(u32::MAX);
        let (mut kept, mut left_out, mut stopped) = (Vec::new(), Vec::new(), false);
        for (done, one) in (0..).zip(incoming) {
            let name = one.name();
            if !watch(EvidenceProgress { done, total, name: name.clone() }) {
                stopped = true;
                break;
            }
            match self.keep_original(one) {
                Ok(one) => kept.push(one),
                Err(error) => left_out.push(LeftOut { name, error }),
            }
        }
        self.enter_evidence(&said, kept, left_out, stopped, warnings)
    }

    /// Looks at what is said of all of it before anything is read.
    fn may_be_said(&self, said: &Said) -> Result<Vec<FieldProblem>, AppError> {
        self.read(|reader| {
            reader.dispute(said.dispute)?.ok_or_else(not_found)?;
            said.cited.iter().try_for_each(|of| say::belongs(reader, said.dispute, *of))
        })?;
        let blank = Kept {
            name: String::new(),
            media_type: String::new(),
            stored: Stored { sha256: holdfast_domain::Sha256([0; 32]), size: 0 },
        };
        let one = said.attachment(&blank, self.now());
        sorted_out(&validity::attachment_problems(&one, self.today_day()))
    }

    /// Keeps an original byte for byte.
    fn keep_original(&self, incoming: Incoming) -> Result<Kept, AppError> {
        let name = incoming.name();
        let mut content = incoming.open()?;
        if content.fill_buf().map_err(|error| files::failed_by_name(&name, &error))?.is_empty() {
            return Err(with(ErrorCode::FileEmpty, [("name", name)]));
        }
        let mut head = super::Head { content: &mut content, bytes: Vec::new() };
        let stored = self.store().store_original(&mut head, LARGEST);
        let stored = stored.map_err(|error| of_file(error, &name, LARGEST))?;
        Ok(Kept { name, media_type: super::media_type(&head.bytes), stored })
    }

    /// Writes down what was kept, as one action.
    fn enter_evidence(
        &self,
        said: &Said,
        kept: Vec<Kept>,
        left_out: Vec<LeftOut>,
        stopped: bool,
        warnings: Vec<FieldProblem>,
    ) -> Result<EvidenceAdded, AppError> {
        let names = kept.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ");
        let now = self.now();
        let (mut added, mut known) = (Vec::new(), Vec::new());
        let done = self.change("attach", &names, |writer| {
            writer.dispute(said.dispute)?.ok_or_else(not_found)?;
            for one in &kept {
                match already(writer, said.dispute, one)? {
                    Some(there) => {
                        known.push(KnownEvidence {
                            name: one.name.clone(),
                            attachment: named(&there),
                        });
                        writer.put_attachment(&said.resting(there))?;
                    }
                    None => {
                        let new = said.attachment(one, now);
                        added.push(named(&new));
                        writer.put_attachment(&new)?;
                    }
                }
            }
            Ok((added.last().map(|one: &Named| one.id.clone()), warnings))
        })?;
        Ok(EvidenceAdded { done, added, known, left_out, stopped })
    }
}

impl Said {
    fn of(adding: &EvidenceAdding) -> Result<Self, AppError> {
        let dated = from_wire::event_time_option("at", adding.at.as_deref(), adding.precision)?;
        Ok(Self {
            dispute: from_wire::id("dispute", &adding.dispute)?,
            cited: adding.cited.iter().map(from_cited).collect::<Result<_, _>>()?,
            place: from_wire::line_option(adding.place.as_deref()),
            caption: from_wire::line_option(adding.caption.as_deref()),
            dated,
            obtained: from_wire::line_option(adding.obtained.as_deref()),
            vendor: from_wire::id_option("vendor", adding.vendor.as_deref())?,
            author: from_wire::line_option(adding.author.as_deref()),
        })
    }

    /// A new piece of evidence.
    fn attachment(
        &self,
        of: &Kept,
        added_at: holdfast_domain::DateTime<holdfast_domain::Utc>,
    ) -> Attachment {
        let new = Attachment {
            id: new_id::<AttachmentId>(),
            dispute: self.dispute,
            sha256: of.stored.sha256,
            name: of.name.clone(),
            media_type: of.media_type.clone(),
            size: of.stored.size,
            caption: self.caption.clone(),
            dated: self.dated,
            obtained: self.obtained.clone(),
            vendor: self.vendor,
            author: self.author.clone(),
            added_at,
            citations: Vec::new(),
        };
        self.resting(new)
    }

    /// The evidence with all resting on it that was to. A place that it has already stays.
    fn resting(&self, mut on: Attachment) -> Attachment {
        for of in self.cited.iter().copied() {
            let known = on.citation(of).and_then(|citation| citation.place.clone());
            say::cite(&mut on, of, self.place.clone().or(known));
        }
        on
    }
}

impl Incoming {
    fn name(&self) -> String {
        match self {
            Self::File(path) => files::name(path),
            Self::Pasted { name, .. } => shown(name),
        }
    }

    /// Opens it, unless its size alone says that it cannot be kept.
    fn open(self) -> Result<Box<dyn BufRead>, AppError> {
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
fn already(
    writer: &Writer<'_>,
    dispute: DisputeId,
    one: &Kept,
) -> Result<Option<Attachment>, AppError> {
    let known = writer.attachments_with(one.stored.sha256)?.into_iter();
    let mut here = known.filter(|it| it.dispute == dispute);
    here.find_map(|it| writer.attachment(it.id).transpose()).transpose().map_err(Into::into)
}

fn named(of: &Attachment) -> Named {
    Named { id: of.id.to_string(), name: of.title().to_owned() }
}

//! Errors and notices as they cross the boundary: a code and its values. The words are the UI's.

use std::collections::BTreeMap;

use super::wire;

/// Why something was not done. The UI's one table has a sentence for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The record is not there, or lies in the bin.
    NotFound,
    /// What was entered cannot be accepted; `problems` says where and why.
    Refused,
    /// The thing has changed since, so that undoing would lose the later change.
    Conflict,
    /// There is nothing to undo.
    NothingToUndo,
    /// Nothing was undone since the last new change, so there is nothing to do again.
    NothingToRedo,
    /// What was erased for good is not brought back.
    NeverUndone,
    /// A record cannot be what it was at a moment, because the rest of the dispute has changed since;
    /// `problems` says why.
    NoWayBack,
    /// Another window has this store open.
    StoreInUse,
    /// The store may not be written to. Values: `path`.
    StoreReadOnly,
    /// A file of the open store was moved, deleted, or its disk taken away. Values: `path`.
    StoreGone,
    /// The store was written by a newer Holdfast. Values: `path`, `found`, `known`.
    StoreNewer,
    /// The file is no Holdfast store. Values: `path`.
    StoreForeign,
    /// The store is damaged. Values: `detail`; where it is the records themselves also `path`, and
    /// `restorable`.
    StoreDamaged,
    /// The file of originals is damaged, and the records are not. Values: `path`, `detail`; where that
    /// was found in a record that is open also `open`.
    OriginalsDamaged,
    /// The file of originals is gone, and the records name some. Values: `path`.
    OriginalsGone,
    /// A folder has no copy of the originals. Values: `name`, and `file` that is looked for in it.
    NotACopy,
    /// There is no record, but backups of one lie where it would. Values: `path`.
    RecordGone,
    /// A backup is damaged, or cannot be read. Values: `name`, `detail`.
    BackupDamaged,
    /// A backup was made by a newer Holdfast. Values: `name`.
    BackupNewer,
    /// A hand-over archive is not taken in: it is not what it should be. Values: `name`, `reason` (a
    /// word of the table of reasons), `text` (of what in it; may be empty).
    ArchiveRefused,
    /// A hand-over archive was made by a newer Holdfast. Values: `name`.
    ArchiveNewer,
    /// A hand-over archive needs its passphrase. Values: `name`.
    ArchiveSealed,
    /// That is not the passphrase of a hand-over archive. Values: `name`.
    ArchiveWrongPassphrase,
    /// Files are only written into a folder of their own. Values: `name`.
    FolderNotEmpty,
    /// An archive is never mixed into a record that holds something. Values: `path`.
    RecordHoldsSomething,
    /// The record is encrypted, and locked.
    Locked,
    /// The record was to be encrypted, and is.
    AlreadyEncrypted,
    /// The record is not encrypted, so that there is no passphrase to it.
    NotEncrypted,
    /// That is not the passphrase.
    WrongPassphrase,
    /// That is not the recovery code. Values: `mistyped` (`yes` where it cannot be the code of any
    /// record, as after a slip in one letter; else empty).
    WrongRecoveryCode,
    /// A new passphrase is too short. Values: `min` (letters).
    PassphraseTooShort,
    /// The record is encrypted, and the file with its key is gone. Values: `path`.
    KeyMissing,
    /// The file with the key is damaged, or does not belong to this record. Values: `path`, `detail`.
    KeyDamaged,
    /// The folder in which the store should lie is not there. Values: `path`.
    StoreNoFolder,
    /// A record would be begun where it can be damaged. Values: `path`, and `program`, which carries the
    /// folder to other computers; empty where the folder lies behind a network. The shell adds `named`,
    /// which is empty where it is the usual place.
    SharedPlace,
    /// Another record still names it, so it cannot go to the bin. Values: `by`.
    StillNamed,
    /// It names something that lies in the bin, so that must come back first. Values: `record`.
    InBin,
    /// The disk is full.
    DiskFull,
    /// Reading or writing failed. Values: `detail`.
    Io,
    /// The file is larger than is accepted. Values: `name`, `limit` (bytes).
    FileTooLarge,
    /// More files were chosen than are taken at once, those in folders included; nothing was
    /// added. Values: `limit`.
    TooManyFiles,
    /// The file has nothing in it. Values: `name`.
    FileEmpty,
    /// A file could not be read as what it should be; `problems` says where.
    FileNotUnderstood,
    /// A stored original no longer matches its hash, or is not there any more. Values: `name`, and
    /// `missing` where it is not there.
    EvidenceDamaged,
    /// An original was erased for good. Values: `on` (a day).
    OriginalErased,
    /// The document could not be set. Values: `detail`.
    TypesettingFailed,
    /// The name fits more than one dispute.
    SeveralFound,
    /// The letter went out; what was sent is never changed, only followed by another.
    LetterSent,
    /// The letter lacks what it needs to go out; `problems` has the points.
    LetterIncomplete,
    /// The letter's template has a fault. Values: `line` (may be empty), `said`.
    TemplateFault,
    /// The preview is no longer held; compose it again.
    PreviewGone,
    /// Backups of another record lie in the folder that was chosen for copies.
    PlaceOfAnotherRecord,
    /// Copies under another key lie in the folder that was chosen for copies.
    PlaceUnderAnotherKey,
    /// The sample cannot be changed into one's own household, or the reverse.
    NotInSample,
    /// A fault of ours. Values: `detail`.
    Internal,
}

wire! {
    /// An error.
    pub struct AppError {
        /// Which.
        pub code: ErrorCode,
        /// What the sentence needs.
        pub values: BTreeMap<String, String>,
        /// What stands in the way, field by field.
        pub problems: Vec<FieldProblem>,
    }

    /// Something about one field of a form, or one place of a file.
    pub struct FieldProblem {
        /// The field of the input (`dueOn`), or the place in the file.
        pub field: String,
        /// What is the matter, in snake case; see `domain::validity` and `domain::typed`.
        pub code: String,
        /// What the sentence needs.
        pub values: BTreeMap<String, String>,
    }

    /// What a change did.
    pub struct Done {
        /// The journal's action, to undo it; absent where nothing differed.
        pub action: Option<String>,
        /// What was made or changed, where it is one thing.
        pub id: Option<String>,
        /// What is worth a second look, though it was saved.
        pub warnings: Vec<FieldProblem>,
    }
}

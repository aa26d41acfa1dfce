//! A hand that uses the record as people do, at random, and says what was acknowledged.

use std::io::Write as _;
use std::path::Path;

use holdfast_app::wire::{
    AppError, Call, CallAnswers, Channel, Claim, Direction, Done, ErrorCode, EvidenceAdding, Money,
    Movement, MovementKind, NewDispute, NextStep, Precision, Promise, RecordKind, VendorChoice,
    VendorKind,
};
use holdfast_app::{App, Clock, Incoming, Key};
use holdfast_dice::Dice;
use holdfast_domain::{DateTime, Utc};

use crate::said::Said;

/// The instant from which everything is looked at.
const NOW: &str = "2026-06-20T09:00:00-04:00";
const TODAY: &str = "2026-06-20";

/// A household that is taken in now and then.
const HOUSEHOLD: &[u8] = include_bytes!("../../fixtures/cancelled-crossing.json");

/// What an encrypted record is encrypted with.
pub(crate) const PASSPHRASE: &str = "nine quiet geese at noon";

/// How often a record is used before it is encrypted, where that is wanted.
const BEFORE_SEALING: usize = 3;

/// How often it is used before it is decrypted again, where that is wanted.
const BEFORE_UNSEALING: usize = 12;

/// How often something that the disk refused is tried again, before it counts as refused for good.
const PATIENCE: usize = 200;

/// What a person is told where the disk is at fault. A place that cannot be read is damage in SQLite's
/// words, since that is what it mostly is.
const OF_THE_DISK: &[ErrorCode] = &[
    ErrorCode::DiskFull,
    ErrorCode::Io,
    ErrorCode::StoreReadOnly,
    ErrorCode::StoreDamaged,
    ErrorCode::OriginalsDamaged,
];

pub(crate) fn clock() -> Clock {
    Clock::Fixed(DateTime::parse_from_rfc3339(NOW).unwrap_or_default())
}

/// The same instant, for a witness.
pub(crate) fn now() -> DateTime<Utc> {
    clock().now()
}

fn say(said: &Said) {
    let mut out = std::io::stdout().lock();
    // One write for one line: a kill must not part it from its end. Nobody listens after a kill.
    let _ = out.write_all(format!("{said}\n").as_bytes()).and_then(|()| out.flush());
}

/// Whether the record that is used is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It stays as it is.
    Plain,
    /// It is encrypted soon after its beginning.
    Sealed,
    /// It is encrypted with a backup, and both are decrypted later.
    Unsealed,
}

impl Manner {
    const ALL: [Self; 3] = [Self::Plain, Self::Sealed, Self::Unsealed];

    /// How the records of a part are used, one after the other: every fourth is encrypted.
    pub(crate) fn of(number: usize) -> Self {
        if number % 4 == 1 { Self::Sealed } else { Self::Plain }
    }

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Sealed => "sealed",
            Self::Unsealed => "unsealed",
        }
    }

    pub(crate) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|manner| manner.word() == word)
    }
}

/// Uses the record at `path` `steps` times, as the dice fall, and closes it now and then.
pub(crate) fn work(path: &Path, seed: u64, steps: usize, manner: Manner) -> Result<(), String> {
    let mut key = None;
    let app = again(|| opened(path, &mut key))?;
    say(&Said::Opened);
    let mut hand = Hand { app, dice: Dice::new(seed), disputes: Vec::new() };
    for step in 0..steps {
        hand.step(step)?;
        let is_to_be_sealed = manner != Manner::Plain && step == BEFORE_SEALING && key.is_none();
        let is_to_be_unsealed =
            manner == Manner::Unsealed && step == BEFORE_UNSEALING && key.is_some();
        if is_to_be_sealed && manner == Manner::Unsealed {
            again(|| hand.app.back_up())?;
        }
        if is_to_be_sealed || is_to_be_unsealed || hand.dice.percent(4) {
            let Hand { app, dice, disputes } = hand;
            drop(app);
            if is_to_be_sealed {
                say(&Said::Sealing);
                key = Some(again(|| sealed(path))?);
                say(&Said::Sealed);
            }
            if is_to_be_unsealed {
                say(&Said::Unsealing);
                again(|| App::decrypt(path, PASSPHRASE))?;
                key = None;
                say(&Said::Unsealed);
            }
            hand = Hand { app: again(|| opened(path, &mut key))?, dice, disputes };
        }
    }
    drop(hand);
    say(&Said::Finished);
    Ok(())
}

/// Opens the record, an encrypted one with its passphrase.
fn opened(path: &Path, key: &mut Option<Key>) -> Result<App, AppError> {
    match App::open_with(path, key.as_ref(), clock()) {
        Err(error) if error.code == ErrorCode::Locked && key.is_none() => {
            let key = key.insert(App::unlock(path, PASSPHRASE)?);
            App::open_with(path, Some(key), clock())
        }
        opened => opened,
    }
}

/// Encrypts the record.
fn sealed(path: &Path) -> Result<Key, AppError> {
    Ok(App::encrypt(path, PASSPHRASE)?.0)
}

/// Does something until the disk lets it be done.
fn again<T>(mut act: impl FnMut() -> Result<T, AppError>) -> Result<T, String> {
    for _ in 0..PATIENCE {
        match act() {
            Ok(done) => return Ok(done),
            Err(error) if OF_THE_DISK.contains(&error.code) => {
                say(&Said::Refused(format!("{:?}", error.code)));
            }
            Err(error) => return Err(format!("an error without a reason: {error:?}")),
        }
    }
    Err("the disk did not come back".into())
}

struct Hand {
    app: App,
    dice: Dice,
    /// Disputes with their vendor and claim.
    disputes: Vec<Known>,
}

#[derive(Clone)]
struct Known {
    id: String,
    vendor: String,
    claim: String,
}

impl Hand {
    fn step(&mut self, step: usize) -> Result<(), String> {
        if self.disputes.is_empty() {
            return self.begin();
        }
        let known = self.disputes[self.dice.below(self.disputes.len())].clone();
        match self.dice.below(100) {
            0..=4 => self.begin(),
            5..=24 => self.type_on(&known),
            25..=44 => self.call(&known, step),
            45..=59 => self.pay(&known),
            60..=67 => self.promise(&known, step),
            68..=74 => self.plan(&known, step),
            75..=84 => self.attach(&known, step),
            85..=87 => self.bin_and_back(&known),
            88..=96 => self.take_back(),
            97..=98 => self.import(),
            _ => again(|| self.app.back_up()),
        }
    }

    /// One change, until it is acknowledged.
    fn change(&self, act: impl Fn(&App) -> Result<Done, AppError>) -> Result<Done, String> {
        let done = again(|| act(&self.app))?;
        if let Some(action) = &done.action {
            say(&Said::Action(action.clone()));
        }
        Ok(done)
    }

    fn sum(&mut self) -> Money {
        let (whole, cents) = (1 + self.dice.below(900), self.dice.below(100));
        Money { amount: format!("{whole}.{cents:02}"), currency: "USD".into() }
    }

    fn begin(&mut self) -> Result<(), String> {
        let number = self.dice.below(1_000_000);
        let amount = self.sum();
        let vendor = VendorChoice {
            id: None,
            name: format!("Copper & Pine {number}"),
            kind: VendorKind::Shop,
        };
        let claim = Claim {
            id: None,
            vendor: String::new(),
            amount,
            reason: "The price".into(),
            arose_on: "2026-06-01".into(),
            due_on: None,
            because_of: None,
        };
        let new = NewDispute {
            title: format!("The lamp that hums {number}"),
            goal: "The price back".into(),
            opened_on: "2026-06-01".into(),
            lead: None,
            lead_name: Some("Ida Marlow".into()),
            vendor: Some(vendor),
            reference: Some(format!("R-{number}")),
            claim: Some(claim),
        };
        let done = self.change(|app| app.start_dispute(&new))?;
        let id = done.id.ok_or("a dispute without an id")?;
        let view = again(|| self.app.dispute(&id))?;
        let claim = view.claims.first().ok_or("a dispute without its claim")?;
        self.disputes.push(Known {
            id,
            vendor: claim.claim.vendor.clone(),
            claim: claim.claim.id.clone().ok_or("a claim without an id")?,
        });
        Ok(())
    }

    fn type_on(&mut self, known: &Known) -> Result<(), String> {
        let (key, text) = (format!("note:{}", known.id), format!("words-{}", self.dice.roll()));
        say(&Said::Typing(key.clone(), text.clone()));
        again(|| self.app.save_draft(&key, &text))?;
        say(&Said::Typed(key, text));
        Ok(())
    }

    fn call(&mut self, known: &Known, step: usize) -> Result<(), String> {
        let call = Call {
            dispute: known.id.clone(),
            at: "2026-06-19T10:15:00-04:00".into(),
            precision: Precision::Exact,
            channel: Channel::Phone,
            direction: Direction::Out,
            vendor: None,
            people: Vec::new(),
            answered: Some(true),
            waited_minutes: Some(12),
            minutes: None,
            facts: Vec::new(),
            note: Some(format!("Call {step}: the parcel was found behind the counter.")),
            promises: Vec::new(),
            next_steps: Vec::new(),
            helped: None,
            climbed_because: None,
            leaves_owing: Vec::new(),
            finished_steps: Vec::new(),
            answers: CallAnswers::default(),
        };
        self.change(|app| app.log_call(&call)).map(drop)
    }

    fn pay(&mut self, known: &Known) -> Result<(), String> {
        let movement = Movement {
            id: None,
            kind: MovementKind::Received,
            amount: self.sum(),
            on: "2026-06-18".into(),
            reference: None,
            remedy: None,
        };
        self.change(|app| app.save_movement(&known.id, &known.claim, &movement)).map(drop)
    }

    fn promise(&mut self, known: &Known, step: usize) -> Result<(), String> {
        let promise = Promise {
            id: None,
            vendor: Some(known.vendor.clone()),
            by: None,
            what: format!("Refund {step} by Friday"),
            made_on: "2026-06-19".into(),
            due_on: Some("2026-06-26".into()),
            outcome: None,
            outcome_on: None,
        };
        self.change(|app| app.save_promise(&known.id, &promise)).map(drop)
    }

    fn plan(&mut self, known: &Known, step: usize) -> Result<(), String> {
        let next = NextStep {
            id: None,
            on: TODAY.into(),
            at: None,
            what: format!("Ask again, {step}"),
            channel: None,
            contact: None,
            done_on: None,
        };
        self.change(|app| app.save_next_step(&known.id, &next)).map(drop)
    }

    /// A file of up to 700 KiB, which is several pieces of the evidence file.
    fn attach(&mut self, known: &Known, step: usize) -> Result<(), String> {
        let largest = if self.dice.percent(20) { 700 << 10 } else { 8 << 10 };
        let size = 1 + self.dice.below(largest);
        let mut noise = Dice::new(self.dice.roll());
        let mut bytes: Vec<u8> = format!("Note {step}\n").into_bytes();
        bytes.resize_with(size.max(bytes.len()), || {
            b'a' + u8::try_from(noise.below(26)).unwrap_or(0)
        });
        let adding = EvidenceAdding::to(&known.id);
        let added = again(|| {
            let file = Incoming::Pasted { name: format!("note {step}.txt"), bytes: bytes.clone() };
            let added = self.app.add_evidence(&adding, vec![file], &mut |_| true)?;
            // Of several files, one that could not be kept is named and the others stay.
            match added.left_out.into_iter().next() {
                Some(left_out) => Err(left_out.error),
                None => Ok(added.done),
            }
        })?;
        if let Some(action) = &added.action {
            say(&Said::Action(action.clone()));
        }
        let id = added.id.ok_or("a file without an id")?;
        let view = again(|| self.app.attachment(&id))?;
        say(&Said::Original(view.sha256));
        Ok(())
    }

    fn bin_and_back(&mut self, known: &Known) -> Result<(), String> {
        self.change(|app| app.remove(RecordKind::Dispute, &known.id))?;
        self.change(|app| app.restore(RecordKind::Dispute, &known.id)).map(drop)
    }

    /// Undoes the last action, which may have begun the dispute that is at hand. Where what followed
    /// stands in the way, or there is nothing, everything stays as it is.
    fn take_back(&mut self) -> Result<(), String> {
        let refused = [ErrorCode::NothingToUndo, ErrorCode::Conflict, ErrorCode::StillNamed];
        let undone = again(|| match self.app.undo_last() {
            Err(error) if refused.contains(&error.code) => Ok(None),
            other => other.map(Some),
        })?;
        if let Some(action) = undone.map(|done| done.action) {
            say(&Said::Action(action));
        }
        let app = &self.app;
        let is_there = |known: &Known| match app.dispute(&known.id) {
            Err(error) => error.code != ErrorCode::NotFound,
            Ok(view) => {
                view.claims.iter().any(|claim| claim.claim.id.as_ref() == Some(&known.claim))
            }
        };
        self.disputes.retain(is_there);
        Ok(())
    }

    fn import(&mut self) -> Result<(), String> {
        let done = again(|| self.app.import_household(HOUSEHOLD))?;
        if let Some(action) = done.action {
            say(&Said::Action(action));
        }
        Ok(())
    }
}

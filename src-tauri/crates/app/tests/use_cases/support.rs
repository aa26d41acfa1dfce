//! A record in a folder of its own, looked at from a fixed day.

use holdfast_app::wire::{
    Call, CallAnswers, Channel, Cited, Claim, Direction, Done, EvidenceAdding, Money, NewDispute,
    Precision, VendorChoice, VendorKind,
};
use holdfast_app::{App, Clock, Incoming};
use tempfile::TempDir;

/// The day from which the tests look.
pub(crate) const TODAY: &str = "2026-06-20";

pub(crate) fn clock() -> Clock {
    Clock::Fixed("2026-06-20T09:00:00-04:00".parse().expect("the instant is valid"))
}

/// An app with the folder that it works in.
pub(crate) struct Home {
    pub(crate) app: App,
    pub(crate) folder: TempDir,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let app = App::open(&folder.path().join("home.db"), clock()).expect("a new store opens");
        Self { app, folder }
    }

    /// Closes the record and opens it again, as the next day's start does.
    pub(crate) fn reopened(self) -> Self {
        let Self { app, folder } = self;
        drop(app);
        let app = App::open(&folder.path().join("home.db"), clock()).expect("the store reopens");
        Self { app, folder }
    }

    /// Closes the record and opens it again at that instant, with the offset of the place.
    pub(crate) fn reopened_at(self, now: &str) -> Self {
        let Self { app, folder } = self;
        drop(app);
        let clock = Clock::Fixed(now.parse().expect("the instant is valid"));
        let app = App::open(&folder.path().join("home.db"), clock).expect("the store reopens");
        Self { app, folder }
    }

    /// A dispute with one vendor that owes 80.00 USD.
    pub(crate) fn with_dispute() -> (Self, String) {
        let home = Self::new();
        let done = home.app.start_dispute(&new_dispute()).expect("the dispute is accepted");
        (home, id_of(&done))
    }

    /// The id of the only vendor.
    pub(crate) fn vendor(&self) -> String {
        self.app.vendors("").expect("vendors are listed")[0].id.clone()
    }
}

pub(crate) fn id_of(done: &Done) -> String {
    done.id.clone().expect("the change says what it made")
}

pub(crate) fn money(amount: &str, currency: &str) -> Money {
    Money { amount: amount.into(), currency: currency.into() }
}

pub(crate) fn new_vendor(name: &str) -> VendorChoice {
    VendorChoice { id: None, name: name.into(), kind: VendorKind::Shop }
}

pub(crate) fn new_dispute() -> NewDispute {
    NewDispute {
        title: "The lamp that hums".into(),
        goal: "80.00 USD back".into(),
        opened_on: "2026-06-01".into(),
        lead: None,
        lead_name: Some("Ida Marlow".into()),
        vendor: Some(new_vendor("Copper & Pine")),
        reference: Some("R-1".into()),
        claim: Some(claim("", "80.00", "USD")),
    }
}

pub(crate) fn claim(vendor: &str, amount: &str, currency: &str) -> Claim {
    Claim {
        id: None,
        vendor: vendor.into(),
        amount: money(amount, currency),
        reason: "The price".into(),
        arose_on: "2026-06-01".into(),
        due_on: None,
        because_of: None,
    }
}

/// A call that nothing follows from.
pub(crate) fn call(dispute: &str) -> Call {
    Call {
        dispute: dispute.into(),
        at: "2026-06-19T10:15:00-04:00".into(),
        precision: Precision::Exact,
        channel: Channel::Phone,
        direction: Direction::Out,
        vendor: None,
        people: Vec::new(),
        answered: Some(true),
        waited_minutes: None,
        minutes: None,
        facts: Vec::new(),
        note: None,
        promises: Vec::new(),
        next_steps: Vec::new(),
        helped: None,
        climbed_because: None,
        leaves_owing: Vec::new(),
        finished_steps: Vec::new(),
        answers: CallAnswers::default(),
    }
}

/// Adds a file to a dispute, for a record to rest on if one is named.
pub(crate) fn attach(
    home: &Home,
    dispute: &str,
    name: &str,
    content: &[u8],
    cited: Vec<Cited>,
) -> String {
    let adding = EvidenceAdding { cited, ..EvidenceAdding::to(dispute) };
    let file = Incoming::Pasted { name: name.into(), bytes: content.to_vec() };
    id_of(&home.app.add_evidence(&adding, vec![file], &mut |_| true).expect("accepted").done)
}

/// What lies in a folder, by name.
pub(crate) fn names(folder: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("listed");
    let mut names: Vec<String> =
        entries.map(|it| it.expect("it").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

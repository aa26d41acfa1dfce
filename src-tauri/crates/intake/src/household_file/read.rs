//! From JSON to a household.

mod dispute;
mod event;
mod moments;
mod money;
mod object;
mod people;
mod remedy;
mod slips;
mod steps;
mod texts;

use std::collections::HashMap;

use chrono::NaiveDate;
use holdfast_domain::{ContactId, Household, MemberId, VendorId};
use uuid::Uuid;

use self::object::Object;
use super::json::{self, Node};
use super::problem::{Code, Log, Reading};
use super::{FORMAT, VERSION};

/// Reads a household file, reporting everything that is wrong with it at once.
///
/// `ids` gives a new id for each record; ids are asked for in the order of the file within each
/// kind, so that records sorted by ids that grow with time keep that order. `today` is the day
/// against which days in the future are told.
///
/// A value of `null` counts as absent. Names that the format does not have are warned about and
/// kept out; an object that names the same thing twice is an error, as one of the two would be
/// lost. Keys (`key`) are local to the file and to their kind; those of events, claims and remedies
/// are looked up within their own dispute.
pub fn read(text: &[u8], ids: &mut dyn FnMut() -> Uuid, today: NaiveDate) -> Reading {
    let log = Log::default();
    let mut ids = Ids { next: ids, places: Places::new() };
    let household = json::parse(text, &log)
        .and_then(|root| read_root(&root, &mut ids, &log))
        .inspect(|household| slips::report(household, &ids.places, today, &log));
    log.into_reading(household)
}

fn read_root(root: &Node, ids: &mut Ids<'_>, log: &Log) -> Option<Household> {
    let Some(root) = Object::root(root, log) else {
        let message = format!("This is {}, not a household file.", root.what());
        log.error("file", Code::NotAHouseholdFile, message);
        return None;
    };
    check_format(&root, log)?;
    root.only(&["format", "version", "household", "vendors", "contacts", "disputes"]);
    let head = root.object("household");
    let members = head.as_ref().map(|head| {
        head.only(&["name", "members"]);
        head.objects("members")
    });
    let members = members.unwrap_or_default();
    let vendors = root.objects("vendors");
    let contacts = root.objects("contacts");
    let disputes = root.objects("disputes");

    let keys = Keys {
        members: Keyed::of(&members, ids),
        vendors: Keyed::of(&vendors, ids),
        contacts: Keyed::of(&contacts, ids),
    };
    // Disputes are referred to by nobody, but two of them with one key are a slip of the writer.
    let dispute_ids = Keyed::of(&disputes, ids);

    let name = head.as_ref().and_then(|head| head.name("name"));
    let members = each(&members, &keys.members, people::member);
    let vendors = each(&vendors, &keys.vendors, |object, id| people::vendor(object, id, ids));
    let contacts = each(&contacts, &keys.contacts, |object, id| people::contact(object, id, &keys));
    let mut events = Vec::new();
    let disputes = each(&disputes, &dispute_ids, |object, id| {
        dispute::dispute(object, id, &keys, ids, &mut events)
    });
    Some(Household { name: name?, members, vendors, contacts, disputes, events })
}

/// A file that is something else would only give a flood of problems; one sentence is better.
fn check_format(root: &Object<'_>, log: &Log) -> Option<()> {
    let message = match (root.get("format"), root.get("version")) {
        (Some(Node::Text(format)), Some(Node::Whole(VERSION))) if format == FORMAT => {
            return Some(());
        }
        (Some(Node::Text(format)), version) if format == FORMAT => {
            let found = match version {
                Some(Node::Whole(number)) => format!("version {number}"),
                Some(_) | None => "no version that can be read".to_owned(),
            };
            let message = format!(
                "The household file has {found}; this Holdfast reads version {VERSION}. A newer \
                 Holdfast may read it."
            );
            log.error("version", Code::UnknownVersion, message);
            return None;
        }
        (Some(Node::Text(_)), _) => format!("“format” is not “{FORMAT}”"),
        (Some(_) | None, _) => format!("there is no “format” that says “{FORMAT}”"),
    };
    let message = format!("This is not a household file: {message}.");
    log.error("format", Code::NotAHouseholdFile, message);
    None
}

/// Reads each object of a list; one that cannot be read has said why in the log.
fn each<'a, T, Id: Copy>(
    objects: &[Object<'a>],
    keyed: &Keyed<'_, Id>,
    mut read: impl FnMut(&Object<'a>, Id) -> Option<T>,
) -> Vec<T> {
    objects.iter().zip(&keyed.ids).filter_map(|(object, id)| read(object, *id)).collect()
}

/// Where each record stands in the file.
type Places = HashMap<Uuid, String>;

/// Where new ids come from, and which record of the file each was given to.
struct Ids<'a> {
    next: &'a mut dyn FnMut() -> Uuid,
    places: Places,
}

impl Ids<'_> {
    fn of<Id: From<Uuid>>(&mut self, object: &Object<'_>) -> Id {
        let id = (self.next)();
        self.places.insert(id, object.own_place().to_owned());
        Id::from(id)
    }
}

/// The ids of the objects of one list, in its order and by their keys.
struct Keyed<'a, Id> {
    ids: Vec<Id>,
    by_key: HashMap<&'a str, Id>,
}

impl<'a, Id: Copy + From<Uuid>> Keyed<'a, Id> {
    /// Gives every object its id before any is read, so that one may refer to a later one.
    fn of(objects: &[Object<'a>], ids: &mut Ids<'_>) -> Self {
        let mut keyed = Self { ids: Vec::with_capacity(objects.len()), by_key: HashMap::new() };
        for object in objects {
            let id = ids.of(object);
            keyed.ids.push(id);
            let Some(Node::Text(key)) = object.get("key") else { continue };
            if keyed.by_key.insert(key, id).is_some() {
                let message = format!("The key “{}” is taken already.", object::shown(key));
                object.error("key", Code::KeyTaken, message);
            }
        }
        keyed
    }
}

impl<Id> Keyed<'_, Id> {
    /// The keys that there are, as a message can name them: some, where they are many.
    fn shown(&self) -> String {
        const SOME: usize = 8;
        let mut keys: Vec<&str> = self.by_key.keys().copied().collect();
        keys.sort_unstable();
        let some: Vec<String> = keys.iter().take(SOME).map(|key| object::shown(key)).collect();
        match (some.join(", "), keys.len() > SOME) {
            (none, _) if none.is_empty() => "there is none at all".to_owned(),
            (all, false) => format!("there is {all}"),
            (some, true) => format!("there is {some}, and others"),
        }
    }
}

/// What may be referred to from anywhere in the file.
struct Keys<'a> {
    members: Keyed<'a, MemberId>,
    vendors: Keyed<'a, VendorId>,
    contacts: Keyed<'a, ContactId>,
}

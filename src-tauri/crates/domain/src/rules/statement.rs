//! Which lines of a bank's file are new to an account: taking in a file twice adds nothing, files
//! that overlap add what the others lack, and two equal transactions of one file stay two.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::{Money, StatementEntry};

/// A line that the account has already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// What it says.
    pub entry: StatementEntry,
    /// Which it is of the account's lines that say the same, from nought.
    pub nth: u32,
}

/// A line that is new to the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fresh {
    /// Its place in the file, counted from nought.
    pub number: u32,
    /// Which it is of the account's lines that say the same, from nought.
    pub nth: u32,
}

/// What a line says, as far as two of them are held to be the same.
type Content<'a> = (NaiveDate, Money, &'a str, Option<&'a str>);
/// The bank's own name with what it must agree in: some banks begin anew each year.
type Named<'a> = (&'a str, NaiveDate, Money);

/// The lines of a file that are new.
///
/// Where the bank names every line of the file, and each by a name of its own, a line is known by
/// that name with its day and sum; lines of files that had no names are known by what they say. Else
/// all are known by what they say, and counted: of `n` equal ones in the file and `m` in the account,
/// `n − m` are new.
pub fn fresh(known: &[Known], file: &[StatementEntry]) -> Vec<Fresh> {
    let named = named_lines(file);
    let by_name: HashSet<Named<'_>> = match named {
        true => known.iter().filter_map(|line| name_of(&line.entry)).collect(),
        false => HashSet::new(),
    };
    // What is known by its content: all, or those that have no name where names are compared.
    let mut left: HashMap<Content<'_>, usize> = HashMap::new();
    let mut taken: HashSet<(Content<'_>, u32)> = HashSet::new();
    for line in known {
        taken.insert((content(&line.entry), line.nth));
        if !named || line.entry.bank_id.is_none() {
            *left.entry(content(&line.entry)).or_default() += 1;
        }
    }
    let mut next: HashMap<Content<'_>, u32> = HashMap::new();
    let mut fresh = Vec::new();
    for (number, entry) in (0_u32..).zip(file) {
        if named && name_of(entry).is_some_and(|name| by_name.contains(&name)) {
            continue;
        }
        if let Some(more) = left.get_mut(&content(entry)).filter(|more| **more > 0) {
            *more -= 1;
            continue;
        }
        let next = next.entry(content(entry)).or_default();
        while taken.contains(&(content(entry), *next)) {
            *next += 1;
        }
        fresh.push(Fresh { number, nth: *next });
        *next += 1;
    }
    fresh
}

/// Whether the bank gives every line a name, and no two the same.
fn named_lines(file: &[StatementEntry]) -> bool {
    let mut names = HashSet::with_capacity(file.len());
    file.iter().all(|entry| entry.bank_id.as_deref().is_some_and(|name| names.insert(name)))
}

fn name_of(entry: &StatementEntry) -> Option<Named<'_>> {
    Some((entry.bank_id.as_deref()?, entry.on, entry.amount))
}

fn content(entry: &StatementEntry) -> Content<'_> {
    (entry.on, entry.amount, &entry.text, entry.party.as_deref())
}

//! Whether the bank writes a vendor's name: shortened, in capitals, behind the name of whoever
//! handles the payment, with the number of the store.

use std::collections::HashMap;

use super::fold::{fold, squeezed, words, written_out};
use crate::{Vendor, VendorId};

/// How a line names a vendor, the least sure first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Naming {
    /// It does not.
    No,
    /// A part of the name stands there, enough to think of it.
    Partly,
    /// The line is the bank's own, and the vendor is the bank.
    OwnBank,
    /// The name stands there.
    Fully,
    /// A name stands there that the household has said to be the vendor's.
    Learned,
}

impl Naming {
    /// Whether the line names the vendor at all.
    pub fn is_named(self) -> bool {
        self > Self::No
    }
}

/// Who handles payments for others and writes their own name first: “SQ *”, “PAYPAL *”.
const HANDLERS: &[&str] = &[
    "2co", "adyen", "amzn", "apl", "apple", "bill", "cko", "ebay", "etsy", "fs", "google", "in",
    "iz", "izettle", "klarna", "ls", "mollie", "paddle", "paypal", "pp", "py", "sp", "sq",
    "square", "squ", "stripe", "sumup", "toast", "tst", "wl", "zettle",
];

/// Words that say how a firm is founded, or nothing.
const EMPTY: &[&str] = &[
    "ab",
    "ag",
    "and",
    "aps",
    "as",
    "asa",
    "bv",
    "bvba",
    "co",
    "com",
    "company",
    "corp",
    "corporation",
    "de",
    "der",
    "des",
    "die",
    "du",
    "eg",
    "et",
    "for",
    "gmbh",
    "inc",
    "incorporated",
    "kft",
    "kg",
    "la",
    "le",
    "les",
    "limited",
    "llc",
    "llp",
    "ltd",
    "mbh",
    "net",
    "nv",
    "of",
    "ohg",
    "org",
    "oy",
    "oyj",
    "pa",
    "plc",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sarl",
    "sas",
    "sasu",
    "sl",
    "spa",
    "srl",
    "the",
    "ug",
    "und",
    "www",
    "y",
];

/// Words that many firms have in their names, so that one of them alone says nothing.
const COMMON: &[&str] = &[
    "air",
    "airline",
    "airlines",
    "airways",
    "american",
    "auto",
    "bank",
    "banking",
    "card",
    "care",
    "center",
    "centre",
    "central",
    "city",
    "clinic",
    "credit",
    "dental",
    "digital",
    "direct",
    "electric",
    "electricity",
    "energy",
    "express",
    "federal",
    "finance",
    "financial",
    "first",
    "general",
    "global",
    "group",
    "health",
    "home",
    "hospital",
    "hotel",
    "hotels",
    "house",
    "insurance",
    "international",
    "internet",
    "market",
    "media",
    "medical",
    "mobile",
    "motor",
    "motors",
    "mutual",
    "national",
    "north",
    "online",
    "park",
    "pharmacy",
    "power",
    "royal",
    "savings",
    "service",
    "services",
    "shop",
    "solutions",
    "south",
    "stadt",
    "store",
    "stores",
    "studio",
    "super",
    "supermarket",
    "systems",
    "telecom",
    "travel",
    "trust",
    "union",
    "united",
    "utilities",
    "versicherung",
    "water",
    "west",
    "wireless",
    "world",
];

/// One way in which a vendor is written.
#[derive(Debug)]
struct Spelling {
    vendor: VendorId,
    words: Vec<String>,
    squeezed: String,
    learned: bool,
}

/// The names of all vendors, found by their words.
#[derive(Debug, Default)]
pub(super) struct Names {
    spellings: Vec<Spelling>,
    by_word: HashMap<String, Vec<usize>>,
    by_beginning: HashMap<String, Vec<usize>>,
}

/// So many letters of a name written in one piece have to agree.
const BEGINNING: usize = 6;

impl Names {
    pub(super) fn of(vendors: &[Vendor]) -> Self {
        let mut names = Self::default();
        for vendor in vendors {
            let learned = vendor.known_as.iter().map(|name| (name, true));
            for (name, learned) in std::iter::once((&vendor.name, false)).chain(learned) {
                names.add(vendor.id, &fold(name), learned);
                if let Some(written) = written_out(name) {
                    names.add(vendor.id, &written, learned);
                }
            }
        }
        names
    }

    fn add(&mut self, vendor: VendorId, folded: &str, learned: bool) {
        let telling = |word: &&str| !EMPTY.contains(word) && !is_number(word);
        let mut of_name: Vec<String> = words(folded).filter(telling).map(str::to_owned).collect();
        if of_name.is_empty() {
            of_name = words(folded).map(str::to_owned).collect();
        }
        let squeezed = squeezed(&of_name.concat());
        if squeezed.is_empty() {
            return;
        }
        let place = self.spellings.len();
        for word in &of_name {
            self.by_word.entry(word.clone()).or_default().push(place);
        }
        if let Some(beginning) = beginning(&squeezed) {
            self.by_beginning.entry(beginning.to_owned()).or_default().push(place);
        }
        self.spellings.push(Spelling { vendor, words: of_name, squeezed, learned });
    }

    /// The vendors that a line names. Where one is named in full, those that are only thought of do
    /// not count; nor does “Harbor” where “Harbor Bank” stands.
    pub(super) fn named(&self, words: &[&str]) -> Vec<(VendorId, Naming)> {
        let mut hits: Vec<(VendorId, Naming, usize)> = Vec::new();
        let mut places: Vec<usize> = words
            .iter()
            .flat_map(|word| {
                let of_word = self.by_word.get(*word).into_iter().flatten();
                let begins = beginning(word).and_then(|it| self.by_beginning.get(it));
                of_word.chain(begins.into_iter().flatten()).copied()
            })
            .collect();
        places.sort_unstable();
        places.dedup();
        for spelling in places.into_iter().filter_map(|place| self.spellings.get(place)) {
            let (naming, letters) = spelling.stands_in(words);
            if naming.is_named() {
                hits.push((spelling.vendor, naming, letters));
            }
        }
        let full = |hit: &&(VendorId, Naming, usize)| hit.1 >= Naming::Fully;
        if let Some(most) = hits.iter().filter(full).map(|hit| hit.2).max() {
            hits.retain(|hit| hit.1 >= Naming::Fully && hit.2 == most);
        }
        hits.sort_unstable_by(|one, other| (other.1, one.0).cmp(&(one.1, other.0)));
        let mut seen: Vec<(VendorId, Naming)> = Vec::with_capacity(hits.len());
        for (vendor, naming, _) in hits {
            if !seen.iter().any(|(known, _)| *known == vendor) {
                seen.push((vendor, naming));
            }
        }
        seen
    }
}

impl Spelling {
    /// How the line has it, and how many letters of it.
    fn stands_in(&self, line: &[&str]) -> (Naming, usize) {
        let all: usize = self.words.iter().map(String::len).sum();
        let full = if self.learned { Naming::Learned } else { Naming::Fully };
        if line.iter().any(|word| in_one_piece(&self.squeezed, word)) {
            return (full, all);
        }
        let best = (0..line.len()).map(|start| self.chain(line, start)).max_by_key(|it| it.letters);
        let Some(found) = best.filter(|found| found.letters > 0) else { return (Naming::No, 0) };
        // Two letters stand in many a line by chance; as its first word they are meant.
        if all < 3 && found.start > 0 {
            return (Naming::No, 0);
        }
        if found.letters * 4 >= all * 3 || (found.words >= 2 && found.letters >= 10 && found.first)
        {
            (full, found.letters)
        } else if found.telling {
            (Naming::Partly, found.letters)
        } else {
            (Naming::No, 0)
        }
    }

    /// Follows the name through the line from one word on; few other words may stand between.
    fn chain(&self, line: &[&str], start: usize) -> Chain {
        let mut chain = Chain { start, ..Chain::default() };
        let mut from = start;
        let leading = self.words.iter().position(|word| !is_common(word));
        for (place, word) in self.words.iter().enumerate() {
            let reach = if chain.words == 0 { 1 } else { 3 };
            let stretch = line.iter().enumerate().skip(from).take(reach);
            let last = line.len() - 1;
            let Some((at, found)) =
                stretch.into_iter().find(|(at, found)| is_written_as(word, found, *at == last))
            else {
                continue;
            };
            chain.letters += word.len().min(found.len());
            chain.words += 1;
            chain.first |= place == 0;
            chain.telling |= Some(place) == leading && found.len() >= 4;
            from = at + 1;
        }
        chain
    }
}

/// What of a name was found in a row.
#[derive(Debug, Clone, Copy, Default)]
struct Chain {
    start: usize,
    letters: usize,
    words: usize,
    /// The name's first word is among it.
    first: bool,
    /// The first word that not every firm has is among it.
    telling: bool,
}

/// Whether the bank's word is this word of the name, or the beginning that there was room for.
fn is_written_as(word: &str, found: &str, is_last: bool) -> bool {
    word == found
        || (word.starts_with(found) && found.len() >= if is_last { 3 } else { 5 })
        || (found.starts_with(word) && word.len() >= 5)
}

/// Whether a word is the whole name in one piece, with more behind it or cut short.
fn in_one_piece(name: &str, word: &str) -> bool {
    name.len() >= BEGINNING
        && (word.starts_with(name) || (word.len() >= 8 && name.starts_with(word)))
}

fn beginning(word: &str) -> Option<&str> {
    word.char_indices().nth(BEGINNING - 1).map(|(at, last)| &word[..at + last.len_utf8()])
}

fn is_common(word: &str) -> bool {
    COMMON.contains(&word) || word.len() < 3
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What the bank writes, without who handled the payment. Folded.
pub(super) fn without_handler(folded: &str) -> &str {
    match folded.split_once('*') {
        Some((before, rest)) if HANDLERS.contains(&before.trim()) => rest,
        Some(_) | None => folded,
    }
}

/// What of a line can be learned as a vendor's name: who the bank says was paid, else the first
/// words of what it writes, without numbers and handlers.
pub fn learnable(party: Option<&str>, text: &str) -> Option<String> {
    const WORDS: usize = 4;
    const LETTERS: usize = 60;
    let from = party.filter(|party| party.chars().any(char::is_alphabetic)).unwrap_or(text);
    let rest = match from.split_once('*') {
        Some((before, rest)) if HANDLERS.contains(&fold(before).trim()) => rest,
        Some(_) | None => from,
    };
    let telling = |word: &&str| !word.chars().any(|c| c.is_ascii_digit());
    let name: Vec<&str> = rest
        .split_whitespace()
        .skip_while(|word| !telling(word))
        .take_while(telling)
        .take(WORDS)
        .collect();
    let name: String = name.join(" ").chars().filter(|c| !c.is_control()).take(LETTERS).collect();
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    (name.chars().filter(|c| c.is_alphabetic()).count() >= 3).then_some(name)
}

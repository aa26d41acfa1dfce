//! The sections of a file, which begin with `!`, and the accounts that they belong to.

use super::super::problem::{ProblemCode, Problems, Tally};
use super::super::words;
use super::record::{Record, Transaction};

/// An account with its transactions.
#[derive(Debug, Default)]
pub(super) struct Account {
    /// Its number, where its name is one.
    pub(super) number: Option<String>,
    /// Its name, else the sort of the section.
    pub(super) name: Option<String>,
    pub(super) transactions: Vec<Transaction>,
}

/// What the records of a section are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    /// The account that the next section belongs to.
    Account,
    /// Transactions of an account as a bank keeps it.
    Bank,
    /// Transactions of securities.
    Securities,
    /// A list, or something else that does not move money.
    Other,
}

/// The sorts of accounts that a bank, a card or a purse keeps, as `!Type:` names them.
const BANK: &[&str] = &["BANK", "CASH", "CCARD", "OTH A", "OTH L"];

/// The accounts of the file.
pub(super) fn accounts(text: &str, problems: &mut Problems) -> Vec<Account> {
    let mut reader = Sections::default();
    let mut last = 1;
    for (line, content) in (1..).zip(text.lines()) {
        reader.take(content, line, problems);
        last = line;
    }
    reader.finish(last, problems)
}

struct Sections<'a> {
    section: Section,
    record: Record<'a>,
    /// The account that was named last and has no section yet.
    named: Option<Account>,
    accounts: Vec<Account>,
    /// The first section of securities.
    first_securities: Option<u32>,
    /// Their transactions.
    securities: Tally,
}

impl Default for Sections<'_> {
    fn default() -> Self {
        Self {
            section: Section::Other,
            record: Record::default(),
            named: None,
            accounts: Vec::new(),
            first_securities: None,
            securities: Tally::default(),
        }
    }
}

impl<'a> Sections<'a> {
    fn take(&mut self, content: &'a str, line: u32, problems: &mut Problems) {
        let content = content.trim_end();
        if let Some(head) = content.strip_prefix('!') {
            if !self.record.is_empty() {
                problems.error(ProblemCode::UnexpectedLine, line, content);
                self.record = Record::default();
            }
            self.begin(head, line);
        } else if content.starts_with('^') {
            self.end_record(line, problems);
        } else if self.section != Section::Other {
            self.record.take(content, line, problems);
        }
    }

    fn begin(&mut self, head: &str, line: u32) {
        let capitals = head.trim().to_ascii_uppercase();
        let sort = capitals.strip_prefix("TYPE:").map(str::trim);
        self.section = match sort {
            Some(sort) if BANK.contains(&sort) => {
                self.open_account(head.trim().get("Type:".len()..).unwrap_or_default().trim());
                Section::Bank
            }
            Some("INVST") => {
                self.first_securities.get_or_insert(line);
                Section::Securities
            }
            None if capitals == "ACCOUNT" => Section::Account,
            Some(_) | None => Section::Other,
        };
    }

    /// The account that the next transactions belong to: the one that was named, else one that is
    /// called by the sort of its section, which goes on where the same head comes again.
    fn open_account(&mut self, sort: &str) {
        let goes_on = self.accounts.last().is_some_and(|last| last.name.as_deref() == Some(sort));
        if self.named.is_some() || !goes_on {
            let unnamed = || Account { name: Some(sort.to_owned()), ..Account::default() };
            self.accounts.push(self.named.take().unwrap_or_else(unnamed));
        }
    }

    fn end_record(&mut self, line: u32, problems: &mut Problems) {
        let record = std::mem::take(&mut self.record);
        if record.is_empty() {
            return;
        }
        match self.section {
            Section::Account => self.named = Some(account(&record)),
            Section::Bank => {
                let transaction = record.transaction(line, problems);
                if let Some(account) = self.accounts.last_mut() {
                    account.transactions.extend(transaction);
                }
            }
            Section::Securities => self.securities.add(line),
            Section::Other => {}
        }
    }

    fn finish(self, last: u32, problems: &mut Problems) -> Vec<Account> {
        if !self.record.is_empty() {
            problems.error(ProblemCode::CutShort, last, "^");
        }
        if self.accounts.is_empty() && !problems.has_error() {
            let line = self.first_securities.unwrap_or(1);
            problems.error(ProblemCode::NoStatement, line, "!Type:Bank");
        }
        self.securities.warn(ProblemCode::SkippedEntries, problems);
        self.accounts
    }
}

/// The account that a record names. Some banks write the number where the name belongs: more
/// digits than letters are no name.
fn account(record: &Record) -> Account {
    let name = record.value('N').and_then(words::one_line);
    let count = |is: fn(char) -> bool| {
        name.as_deref().map_or(0, |name| name.chars().filter(|it| is(*it)).count())
    };
    if count(|it| it.is_ascii_digit()) > count(char::is_alphabetic) {
        let description = record.value('D').and_then(words::one_line);
        Account { number: name, name: description, transactions: Vec::new() }
    } else {
        Account { number: None, name, transactions: Vec::new() }
    }
}

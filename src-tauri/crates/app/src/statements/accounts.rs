//! The accounts whose statements are read, and how a file's account is recognised.

use holdfast_domain::rules::statement::fresh;
use holdfast_domain::{self as domain, AccountId, Currency, NaiveDate, mask};
use holdfast_intake::statement::StatementDraft;
use holdfast_store::Reader;

use crate::clock::new_id;
use crate::edit::check_name;
use crate::error::{not_found, refused};
use crate::wire::Deed;
use crate::wire::{Account, AppError, Done};
use crate::{App, from_wire};

impl App {
    /// Enters an account or changes it. Its number is only shown masked, so a masked one that comes
    /// back leaves it as it is.
    ///
    /// # Errors
    /// `NotFound`, or `Refused` with the fields that stand in the way.
    pub fn save_account(&self, form: &Account) -> Result<Done, AppError> {
        self.change(Deed::SaveAccount, &form.name, |writer| {
            let known = from_wire::id_option::<AccountId>("id", form.id.as_deref())?
                .map(|id| writer.account(id)?.ok_or_else(not_found))
                .transpose()?;
            let number = from_wire::line_option(form.number.as_deref());
            let kept = known.as_ref().and_then(|known| known.number.clone());
            let is_masked = kept.as_deref().map(mask::account) == number;
            let account = domain::Account {
                id: known.map_or_else(new_id, |known| known.id),
                name: name(form)?,
                bank: from_wire::line_option(form.bank.as_deref()),
                number: if is_masked { kept } else { number },
                currency: currency("currency", &form.currency)?,
            };
            writer.put_account(&account)?;
            Ok((Some(account.id.to_string()), Vec::new()))
        })
    }
}

/// The name that the household gives an account.
pub(super) fn name(form: &Account) -> Result<String, AppError> {
    let name = from_wire::line(&form.name);
    check_name("name", &name)?;
    Ok(name)
}

pub(crate) fn currency(field: &str, code: &str) -> Result<Currency, AppError> {
    let known = Currency::from_code(code.trim());
    known.map_err(|_| refused(field, "unknown_currency", [("text", code)]))
}

pub(super) fn view(account: &domain::Account) -> Account {
    Account {
        id: Some(account.id.to_string()),
        name: account.name.clone(),
        bank: account.bank.clone(),
        number: account.number.as_deref().map(mask::account),
        currency: account.currency.code().to_owned(),
    }
}

/// The account that a file is of: the one with its number; where it bears none, the one that has
/// most of its lines already.
pub(super) fn recognised(
    reader: &Reader,
    draft: &StatementDraft,
) -> Result<Option<domain::Account>, AppError> {
    let accounts = reader.accounts()?;
    if let Some(number) = draft.number.as_deref().map(plain).filter(|it| !it.is_empty()) {
        let is_it =
            |known: &domain::Account| known.number.as_deref().map(plain) == Some(number.clone());
        return Ok(accounts.into_iter().find(is_it));
    }
    let mut best: Option<(usize, domain::Account)> = None;
    for account in accounts {
        let known = known_lines(reader, account.id, draft)?;
        if known > best.as_ref().map_or(0, |(most, _)| *most) {
            best = Some((known, account));
        }
    }
    Ok(best.map(|(_, account)| account))
}

/// How many lines of a file the account has already.
pub(super) fn known_lines(
    reader: &Reader,
    account: AccountId,
    draft: &StatementDraft,
) -> Result<usize, AppError> {
    let Some((from, until)) = days(draft) else { return Ok(0) };
    let known = reader.lines_of_account(account, from, until)?;
    Ok(draft.entries.len() - fresh(&known, &draft.entries).len())
}

/// The first and the last day of the lines.
pub(super) fn days(draft: &StatementDraft) -> Option<(NaiveDate, NaiveDate)> {
    let days = || draft.entries.iter().map(|entry| entry.on);
    days().min().zip(days().max())
}

/// A number as it is compared: banks set blanks and dashes as they please.
fn plain(number: &str) -> String {
    number.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

//! The nouns' tables and queries, one file a noun.

mod attachment;
mod claim;
mod clock;
mod contact;
mod dispute;
mod dossier;
mod event;
mod event_lists;
mod household;
mod issue;
mod letter;
mod matter;
mod member;
mod refund_list;
mod remedy;
mod snooze;
mod statement;
mod statement_line;
pub(crate) mod touches;
mod vendor;

pub use dispute::DisputeScope;
pub(crate) use event_lists::WITH_VENDOR;
pub use event_lists::{EventKey, Order};
#[cfg(test)]
pub(crate) use event_lists::{page_of, page_of_dispute};
pub use touches::Touches;

use holdfast_domain as domain;

use crate::Noun;
use crate::table::{Stored, Table};

/// The description of a noun's table.
pub(crate) fn table(noun: Noun) -> &'static Table {
    match noun {
        Noun::Household => &household::TABLE,
        Noun::Member => &domain::Member::TABLE,
        Noun::Vendor => &domain::Vendor::TABLE,
        Noun::VendorChannel => &domain::VendorChannel::TABLE,
        Noun::Contact => &domain::Contact::TABLE,
        Noun::Dispute => &domain::Dispute::TABLE,
        Noun::Party => &domain::Party::TABLE,
        Noun::Claim => &domain::Claim::TABLE,
        Noun::Movement => &domain::Movement::TABLE,
        Noun::Event => &domain::Event::TABLE,
        Noun::EventContact => &event::LINK,
        Noun::Fact => &domain::Fact::TABLE,
        Noun::Issue => &domain::Issue::TABLE,
        Noun::IssueFact => &issue::LINK,
        Noun::Promise => &domain::Promise::TABLE,
        Noun::Offer => &domain::Offer::TABLE,
        Noun::Rung => &domain::Rung::TABLE,
        Noun::Advocacy => &domain::Advocacy::TABLE,
        Noun::Remedy => &domain::Remedy::TABLE,
        Noun::Check => &domain::Check::TABLE,
        Noun::NextStep => &domain::NextStep::TABLE,
        Noun::Attachment => &domain::Attachment::TABLE,
        Noun::Citation => &domain::Citation::TABLE,
        Noun::CoveredArea => &domain::CoveredArea::TABLE,
        Noun::Letter => &domain::Letter::TABLE,
        Noun::LetterEdit => &domain::LetterEdit::TABLE,
        Noun::SentLetter => &domain::SentLetter::TABLE,
        Noun::LetterTemplate => &domain::LetterTemplate::TABLE,
        Noun::Account => &domain::Account::TABLE,
        Noun::Statement => &domain::Statement::TABLE,
        Noun::StatementMatch => &domain::StatementMatch::TABLE,
        Noun::CsvLayout => &domain::CsvLayout::TABLE,
        Noun::RefundLayout => &domain::RefundLayout::TABLE,
        Noun::Clock => &domain::Clock::TABLE,
        Noun::Snooze => &domain::Snooze::TABLE,
        Noun::DossierChoice => &domain::DossierChoice::TABLE,
        Noun::SentDossier => &domain::SentDossier::TABLE,
    }
}

//! What is found by words.

use super::{Channel, LetterKind, Money, Named, wire};

wire! {
    /// What somebody types into the search box.
    pub struct SearchQuery {
        /// As typed. Every word has to be found; the beginning of one is enough.
        pub words: String,
        /// Which sorts are asked for; all where none is named.
        pub kinds: Vec<HitKind>,
        /// How many of each sort, at most.
        pub limit: u32,
        /// A tag such as `de-CH`, for the order of days in figures where the household has not said
        /// where it lives.
        pub locale: String,
    }

    /// What was found of one sort.
    pub struct HitGroup {
        /// Which sort.
        pub kind: HitKind,
        /// The best first, and of equals the newest.
        pub hits: Vec<Hit>,
        /// Whether there are more.
        pub more: bool,
    }

    /// Something that was found, and where it is.
    pub struct Hit {
        /// What it is.
        pub what: HitWhat,
        /// Which.
        pub id: String,
        /// The dispute that it lies in; its own for a dispute.
        pub dispute: Option<Named>,
        /// What it is called; empty where it has no name of its own.
        pub title: Vec<Span>,
        /// The words where they stand in it, or its beginning.
        pub excerpt: Vec<Span>,
        /// The vendors and people that it names.
        pub names: Vec<String>,
        /// Its day, `YYYY-MM-DD`.
        pub on: Option<String>,
        /// Whether it was found by a private note, which never leaves the app.
        pub private: bool,
        /// The page of a document where the words stand, from 1.
        pub page: Option<u32>,
        /// Of a bank's statement, which of its lines; its id is that of the statement.
        pub line: Option<u32>,
        /// What that line paid in, or out where it is negative.
        pub amount: Option<Money>,
        /// How people reached each other in an event.
        pub channel: Option<Channel>,
        /// What a draft is for.
        pub letter_kind: Option<LetterKind>,
    }

    /// A stretch of text.
    pub struct Span {
        /// The text.
        pub text: String,
        /// Whether it is what was searched for.
        pub marked: bool,
    }
}

/// The sorts of things that are found together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum HitKind {
    /// Disputes.
    Disputes,
    /// What happened, with its facts.
    Facts,
    /// Sums owed, and what happened to them.
    Money,
    /// Promises, offers, remedies, help, rungs, next steps and what is in question.
    Agreed,
    /// People at vendors, and those of the household.
    People,
    /// Vendors.
    Vendors,
    /// Letters, drafts and sent.
    Letters,
    /// Attached files, by their names, by their text, and by the places that citations name.
    Documents,
    /// Lines of banks' statements.
    Bank,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "they are the nouns")]
pub enum HitWhat {
    Dispute,
    Event,
    Claim,
    Promise,
    Offer,
    Remedy,
    Help,
    Rung,
    Step,
    Person,
    Vendor,
    Draft,
    Sent,
    File,
    Issue,
    Member,
    Line,
}

//! Finding everything by words, in a terminal.

use clap::{Args, ValueEnum};
use holdfast_app::App;
use holdfast_app::search::answers::{FoundRow, FoundRows};
use holdfast_app::wire::{HitKind, SearchQuery};

use crate::{Failure, out, tables};

/// What to search for.
#[derive(Debug, Args)]
pub(crate) struct Search {
    /// The words: every one has to be found; the beginning of one is enough
    #[arg(required = true)]
    words: Vec<String>,
    /// Only this sort; may be given several times
    #[arg(long, value_name = "KIND")]
    kind: Vec<Kind>,
    /// At most so many of each sort
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: u32,
    /// Look at the private notes too
    #[arg(long)]
    private: bool,
    /// As JSON
    #[arg(long)]
    json: bool,
}

/// What is found together.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Disputes,
    Facts,
    Money,
    Agreed,
    People,
    Vendors,
    Letters,
    Documents,
    Bank,
}

impl From<Kind> for HitKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Disputes => Self::Disputes,
            Kind::Facts => Self::Facts,
            Kind::Money => Self::Money,
            Kind::Agreed => Self::Agreed,
            Kind::People => Self::People,
            Kind::Vendors => Self::Vendors,
            Kind::Letters => Self::Letters,
            Kind::Documents => Self::Documents,
            Kind::Bank => Self::Bank,
        }
    }
}

/// Says what has the words.
pub(crate) fn search(app: &App, wanted: &Search) -> Result<(), Failure> {
    let query = SearchQuery {
        words: wanted.words.join(" "),
        kinds: wanted.kind.iter().map(|kind| (*kind).into()).collect(),
        limit: wanted.limit,
        locale: locale(),
    };
    // What was attached since the last time is read first, or it would seem not to be there.
    app.read_documents()?;
    let found = app.search_answer(&query, wanted.private)?;
    if wanted.json {
        return out::json(&found);
    }
    out::answer(table(&found))?;
    Ok(())
}

/// How this computer writes days, as a POSIX system says it.
fn locale() -> String {
    let said =
        ["LC_ALL", "LC_TIME", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    said.into_iter().find(|value| !value.is_empty()).unwrap_or_default()
}

fn table(found: &FoundRows) -> String {
    let rows: Vec<_> = found.found.iter().map(columns).collect();
    let list = tables::or_else(&rows, "Nothing was found.");
    let mut lines = vec![list];
    if !found.more.is_empty() {
        lines.push("There is more; see --limit.".to_owned());
    }
    if found.in_private_notes > 0 {
        lines.push(format!("{} more in private notes: --private", found.in_private_notes));
    }
    lines.join("\n")
}

fn columns(row: &FoundRow) -> Vec<String> {
    let names = row.names.join(", ");
    let title = if row.title.is_empty() { &names } else { &row.title };
    let page = row.page.map(|page| format!("p. {page}: ")).unwrap_or_default();
    let private = if row.private { "private: " } else { "" };
    vec![
        format!("{:?}", row.what).to_lowercase(),
        row.on.clone().unwrap_or_default(),
        title.clone(),
        row.dispute.clone().filter(|dispute| *dispute != row.title).unwrap_or_default(),
        format!("{page}{private}{}", row.text),
    ]
}

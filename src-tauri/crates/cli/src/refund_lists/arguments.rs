//! What `import-refunds` is told.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use holdfast_app::refund_lists::answers::{DayOrder, RefundColumn, UnknownWord};

/// The household's own list of refunds.
#[derive(Debug, Args)]
pub(crate) struct ImportRefunds {
    /// The list, as CSV
    pub(crate) file: PathBuf,
    /// The currency of sums that name none, such as EUR (otherwise the household's)
    #[arg(long, value_name = "CUR")]
    pub(crate) currency: Option<String>,
    /// In which order days are written that can be read in several (otherwise found out)
    #[arg(long, value_name = "ORDER")]
    pub(crate) days: Option<Days>,
    /// The decimal sign of sums that can be read with both (otherwise found out)
    #[arg(long, value_name = "SIGN")]
    pub(crate) decimal: Option<Decimal>,
    /// What a column means, by its name or number: “Shop=vendor”. The meanings are vendor, what,
    /// amount, currency, asked_on, reference, state, refunded, refunded_on, contact, notes, ignore
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = mapped)]
    pub(crate) map: Vec<(String, RefundColumn)>,
    /// Who in the household leads the new disputes, by name (otherwise its first member); in a new
    /// record, its first member
    #[arg(long, value_name = "MEMBER")]
    pub(crate) lead: Option<String>,
    /// Only say what would be taken in
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// As JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// In which order a day is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Days {
    /// Day, month, year
    Dmy,
    /// Month, day, year
    Mdy,
    /// Year, month, day
    Ymd,
}

impl From<Days> for DayOrder {
    fn from(days: Days) -> Self {
        match days {
            Days::Dmy => Self::DayFirst,
            Days::Mdy => Self::MonthFirst,
            Days::Ymd => Self::YearFirst,
        }
    }
}

/// The decimal sign.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Decimal {
    Comma,
    Point,
}

impl From<Decimal> for bool {
    fn from(sign: Decimal) -> Self {
        match sign {
            Decimal::Comma => true,
            Decimal::Point => false,
        }
    }
}

fn mapped(text: &str) -> Result<(String, RefundColumn), String> {
    let (name, field) = text.rsplit_once('=').ok_or("it has to read COLUMN=FIELD")?;
    let field: RefundColumn = field
        .trim()
        .to_lowercase()
        .replace('-', "_")
        .parse()
        .map_err(|unknown: UnknownWord| unknown.to_string())?;
    Ok((name.trim().to_owned(), field))
}

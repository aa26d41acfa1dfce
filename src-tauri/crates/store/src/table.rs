//! How a noun of the domain stands in its table: one description, from which reading, writing, the
//! journal and the checks of references are done.

use rusqlite::types::Value;
use uuid::Uuid;

use crate::{Noun, StoreError, cell::Cells};

/// A table, as the generic reader and writer need to know it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table {
    /// The noun that it keeps; the table bears its name.
    pub(crate) noun: Noun,
    /// The column that says to whom the rows belong, first among the columns. Rows go out of sight
    /// with their owner.
    pub(crate) owner: Option<(&'static str, Noun)>,
    /// The columns without `id` and `deleted_at`.
    pub(crate) columns: &'static [&'static str],
    /// Which columns name which noun, the owner's not among them.
    pub(crate) references: &'static [(&'static str, Noun)],
    /// Columns beside the owner's with which rows go out of sight too.
    pub(crate) shelters: &'static [(&'static str, Noun)],
    /// What to show of a row in the bin: an SQL expression over its columns.
    pub(crate) label: &'static str,
}

impl Table {
    /// `owner`, `id` and the other columns, in the order in which [`Stored::read`] takes them.
    pub(crate) fn select(&self) -> String {
        let own = match self.owner {
            Some((owner, _)) => format!("t.{owner}, t.id"),
            None => "t.id".to_owned(),
        };
        let rest = &self.columns[usize::from(self.owner.is_some())..];
        format!("SELECT {own}, t.{} FROM {} t", rest.join(", t."), self.noun.as_str())
    }
}

/// A noun of the domain that has a table of its own.
pub(crate) trait Stored: Sized {
    /// Its table.
    const TABLE: Table;

    /// Its id without its type.
    fn uuid(&self) -> Uuid;

    /// The values of its columns, without the owner's.
    fn cells(&self) -> Vec<Value>;

    /// Reads the id and the columns behind it. What lies in other tables is left empty.
    fn read(cells: &mut Cells<'_>) -> Result<Self, StoreError>;
}

/// Describes a noun's table: for each field its columns and, where the column names another record,
/// that record's noun; then the fields that other tables keep.
macro_rules! stored {
    ($noun:ident {
        $(owner: $owner:literal $owner_noun:ident,)?
        label: $label:literal,
        $(@shelters: [$($shelter:literal $shelter_noun:ident),*],)?
        $($field:ident: [$($column:literal $($target:ident)?),+],)*
        $(; $($elsewhere:ident),*)?
    }) => {
        impl $crate::table::Stored for holdfast_domain::$noun {
            const TABLE: $crate::table::Table = $crate::table::Table {
                noun: $crate::Noun::$noun,
                owner: $crate::table::first(&[$(($owner, $crate::Noun::$owner_noun))?]),
                columns: &[$($owner,)? $($($column,)+)*],
                references: &[$($($(($column, $crate::Noun::$target),)?)+)*],
                shelters: &[$($(($shelter, $crate::Noun::$shelter_noun)),*)?],
                label: $label,
            };

            fn uuid(&self) -> uuid::Uuid {
                self.id.uuid()
            }

            fn cells(&self) -> Vec<rusqlite::types::Value> {
                let mut out = Vec::with_capacity(Self::TABLE.columns.len());
                $($crate::cell::Cell::write(&self.$field, &mut out);)*
                out
            }

            fn read(cells: &mut $crate::cell::Cells<'_>) -> Result<Self, $crate::StoreError> {
                Ok(Self {
                    id: cells.take()?,
                    $($field: cells.take()?,)*
                    $($($elsewhere: Vec::new(),)*)?
                })
            }
        }
    };
}
pub(crate) use stored;

/// The only entry of a list that has one or none.
pub(crate) const fn first(owners: &[(&'static str, Noun)]) -> Option<(&'static str, Noun)> {
    if owners.is_empty() { None } else { Some(owners[0]) }
}

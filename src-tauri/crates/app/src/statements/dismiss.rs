//! Saying that a line does not mean what was proposed.

use holdfast_domain::StatementMatch;

use super::found::Known;
use crate::App;
use crate::clock::new_id;
use crate::error::not_found;
use crate::wire::Deed;
use crate::wire::{AppError, Done};

impl App {
    /// Writes down that a line does not mean what was proposed, so that it is not proposed again.
    ///
    /// # Errors
    /// `NotFound` where it is no longer proposed.
    pub fn dismiss_match(&self, proposal: &str) -> Result<Done, AppError> {
        let on = self.today_day();
        self.change(Deed::DismissMatch, "", |writer| {
            let known = Known::read(writer, on)?;
            let found = known.look(writer)?;
            let of = found.proposals.iter().find(|it| it.key() == proposal);
            let of = of.ok_or_else(not_found)?;
            for part in &of.parts {
                writer.put_statement_match(&StatementMatch {
                    id: new_id(),
                    statement: of.line.statement,
                    line: of.line.number,
                    kind: of.kind,
                    confirmed: false,
                    dispute: part.dispute,
                    claim: part.claim,
                    movement: None,
                    remedy: part.remedy,
                    check: None,
                })?;
            }
            Ok((None, Vec::new()))
        })
    }
}

//! Who paid and who was paid.

use super::Leaf;

/// The two sides of a transaction, as the standard calls them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Parties {
    debtor: Party,
    creditor: Party,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Party {
    name: Option<String>,
    /// On whose behalf, where it is another.
    ultimate: Option<String>,
    account: Option<String>,
}

impl Parties {
    /// Takes what lies at that place below the parties.
    pub(super) fn take(&mut self, place: &[&str], leaf: &Leaf<'_>) {
        let party = match place.first() {
            Some(&("Dbtr" | "UltmtDbtr" | "DbtrAcct")) => &mut self.debtor,
            Some(&("Cdtr" | "UltmtCdtr" | "CdtrAcct")) => &mut self.creditor,
            Some(_) | None => return,
        };
        match place {
            ["Dbtr" | "Cdtr", name @ ..] if is_name(name) => party.name = leaf.some(),
            ["UltmtDbtr" | "UltmtCdtr", name @ ..] if is_name(name) => party.ultimate = leaf.some(),
            ["DbtrAcct" | "CdtrAcct", "Id", "IBAN" | "BBAN"]
            | ["DbtrAcct" | "CdtrAcct", "Id", "Othr" | "PrtryAcct", "Id"] => {
                party.account = leaf.some();
            }
            _ => {}
        }
    }

    /// The names of the other side, the nearer one first: whoever paid where money came in, whoever
    /// was paid where it went out. A payment that was given back keeps its sides as they were. What
    /// is the household's own side by its account or name is not the other one.
    pub(super) fn other(
        &self,
        came_in: bool,
        reversed: bool,
        number: Option<&str>,
        owner: Option<&str>,
    ) -> Vec<&str> {
        let is_own = |party: &Party| {
            let account = party.account.as_deref();
            account.is_some() && account == number
                || party.name.is_some() && party.name.as_deref() == owner
        };
        let debtor_first = came_in != reversed;
        let sides = if debtor_first {
            [&self.debtor, &self.creditor]
        } else {
            [&self.creditor, &self.debtor]
        };
        let names = |party: &'_ Party| party.name.is_some() || party.ultimate.is_some();
        let other = sides.into_iter().filter(|party| !is_own(party)).find(|party| names(party));
        other
            .into_iter()
            .flat_map(|it| [&it.name, &it.ultimate])
            .flatten()
            .map(String::as_str)
            .collect()
    }
}

/// Whether a name lies there: of a person or firm, or of a bank.
fn is_name(place: &[&str]) -> bool {
    matches!(place, ["Nm"] | ["Pty", "Nm"] | ["Agt", "FinInstnId", "Nm"])
}

//! What one has before one's eyes in a call, and the answers that one gets.

use super::{Channel, Contact, Person, PromiseView, wire};

wire! {
    /// The call sheet of one dispute and one of its vendors.
    pub struct CallSheet {
        /// The facts that matter, the strongest first; three at most.
        pub facts: Vec<SheetFact>,
        /// What the vendor promised and has not done yet.
        pub promises: Vec<PromiseView>,
        /// The vendor's own reference for the matter.
        pub reference: Option<String>,
        /// The reason that it gave.
        pub rationale: Option<String>,
        /// Who there has helped.
        pub kind: Vec<KindPerson>,
        /// Everyone known there, so that nothing is asked that is known.
        pub people: Vec<Contact>,
        /// The other ways on which the vendor has answered before, the shortest waiting first.
        pub ways: Vec<OtherWay>,
    }

    /// A fact of the call sheet.
    pub struct SheetFact {
        /// One sentence.
        pub text: String,
        /// The day of its event.
        pub on: String,
        /// Who acknowledged it.
        pub acknowledged_by: Option<Person>,
    }

    /// Somebody who helped.
    pub struct KindPerson {
        /// Who.
        pub person: Person,
        /// What they did last.
        pub did: String,
    }

    /// A way on which the vendor has answered before.
    pub struct OtherWay {
        /// Which channel.
        pub channel: Channel,
        /// The number, address or page, where one is known, with its purpose.
        pub value: Option<String>,
        /// How often somebody answered.
        pub answered: u32,
        /// How often the household tried.
        pub tried: u32,
        /// The middle waiting time in minutes, where any was noted.
        pub waited_minutes: Option<u32>,
    }

    /// The answers to the questions that are worth asking in every call. Each becomes what it is: a
    /// person, the vendor's reference, a fact, a promise.
    #[derive(Default)]
    pub struct CallAnswers {
        /// The reference of this call.
        pub reference: Option<String>,
        /// The name of the supervisor of the first of `people`.
        pub supervisor: Option<String>,
        /// The reason behind the policy.
        pub rationale: Option<String>,
        /// What else could be done within the rules.
        pub alternatives: Option<String>,
        /// Who will call back; empty for the first of `people`.
        pub call_back: Option<CallBack>,
    }

    /// A call that was announced.
    pub struct CallBack {
        /// Who will call; empty for the first of `people`.
        pub who: Option<String>,
        /// By when.
        pub due_on: Option<String>,
    }
}

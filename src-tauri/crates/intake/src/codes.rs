//! Enumerations whose every value has a word of its own, by which tables and scripts know it.

/// Makes such an enumeration: its description and name, then each value's description, name and
/// word.
macro_rules! codes {
    ($(#[$about:meta])* $type:ident: $($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $type {
            $($(#[$doc])* $name,)*
        }

        impl $type {
            /// Every value, for tables that must leave none out.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The word by which the value is known in tables and scripts.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

pub(crate) use codes;

//! Where Chinese characters take their forms from: one code point is drawn differently in Japan,
//! Korea, Taiwan and mainland China.

/// A region whose forms are wanted, or that a family is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Region {
    /// None in particular; simplified Chinese forms where there is a choice.
    Any,
    Taiwan,
    Japan,
    Korea,
}

impl Region {
    /// How many there are.
    pub(super) const COUNT: usize = 4;

    /// What the letters of a text that belong to one region alone tell about the whole.
    pub(crate) fn of_text(text: &str) -> Self {
        let told = text.chars().find_map(|c| match c {
            '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9D}' => {
                Some(Self::Japan)
            }
            '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{AC00}'..='\u{D7FB}' => {
                Some(Self::Korea)
            }
            '\u{3105}'..='\u{312F}' => Some(Self::Taiwan),
            _ => None,
        });
        told.unwrap_or(Self::Any)
    }

    /// The region that a family's name says it is made for.
    pub(super) fn of_family(name: &str) -> Self {
        let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
        let begins = |beginnings: &[&str]| beginnings.iter().any(|it| name.starts_with(it));
        if ends(&[" JP", " J"]) || begins(&["Hiragino", "Yu ", "MS ", "Meiryo", "IPA", "Takao"]) {
            Self::Japan
        } else if ends(&[" KR", " K"])
            || begins(&["Apple SD Gothic", "Malgun", "Batang", "Gulim", "Nanum"])
        {
            Self::Korea
        } else if ends(&[" TC", " HK", " MC"])
            || begins(&["Microsoft JhengHei", "PMingLiU", "MingLiU"])
        {
            Self::Taiwan
        } else {
            Self::Any
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_tells_its_region_by_letters_that_are_used_nowhere_else() {
        let cases = [
            ("北京", Region::Any, "characters that all share"),
            ("株式会社の返事", Region::Japan, "kana"),
            ("ﾄﾖﾀ", Region::Japan, "halfwidth kana"),
            ("서울 大韓民國", Region::Korea, "Hangul"),
            ("ㄅㄆㄇ 臺北", Region::Taiwan, "Bopomofo"),
            ("Ferry", Region::Any, "no such letters"),
        ];
        for (text, region, why) in cases {
            assert_eq!(Region::of_text(text), region, "{why}: {text}");
        }
    }

    #[test]
    fn a_familys_name_tells_its_region() {
        let cases = [
            ("Noto Serif CJK SC", Region::Any),
            ("Noto Serif CJK JP", Region::Japan),
            ("Source Han Serif K", Region::Korea),
            ("Noto Sans HK", Region::Taiwan),
            ("Yu Mincho", Region::Japan),
            ("Noto Serif Thai", Region::Any),
        ];
        for (name, region) in cases {
            assert_eq!(Region::of_family(name), region, "{name}");
        }
    }
}

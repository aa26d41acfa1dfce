//! Judges the PDF files that it is called with, one after the other, and says of each how many of its
//! elements were looked at. It ends with a panic at the first that breaks a rule.

use holdfast_judge::judged;

fn main() {
    for name in std::env::args().skip(1) {
        let bytes = std::fs::read(&name).expect("the file can be read");
        let structure = judged(&bytes, &name);
        println!("{name}: keeps both standards, {} elements", structure.elements.len());
    }
}

//! `failwell check --jsonl`: one line of JSON in, one out, in the same order and without waiting
//! for the next. A bad line is answered in its place.

use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read, Write};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::LIMIT;
use crate::cmd::Ending;
use crate::engine::{Engine, Lang, Options, Rate};
use crate::export::json;

/// A line holds an answer with every character escaped, and what else the sender keeps beside it.
const LINE_LIMIT: usize = 8 * LIMIT;

/// Fields that are not named here are left alone.
#[derive(Deserialize)]
struct Request<'a> {
    id: Value,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(borrow, default)]
    lang: Option<Cow<'a, str>>,
}

#[derive(Serialize)]
struct Refusal<'a> {
    line: usize,
    error: &'a str,
}

/// Answers every line of `input`; empty ones are passed over.
pub(super) fn run<R: Read>(
    input: &mut BufReader<R>,
    out: &mut dyn Write,
    engine: &Engine,
    rate: Rate,
) -> anyhow::Result<Ending> {
    let mut ending = Ending::Good;
    let mut line = Vec::new();
    for number in 1.. {
        if !next_line(input, &mut line)? {
            break;
        }
        if number == 1 && line.starts_with("\u{feff}".as_bytes()) {
            line.drain(..3);
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        if let Err(error) = answer(&line, out, engine, rate)? {
            let error = &error;
            json::line(
                out,
                &Refusal {
                    line: number,
                    error,
                },
            )?;
            ending = Ending::Failed;
        }
        // Whoever waits for this answer before the next question gets it.
        if input.buffer().is_empty() {
            out.flush()?;
        }
    }
    Ok(ending)
}

/// The outer error is the output's, the inner one the line's.
fn answer(
    line: &[u8],
    out: &mut dyn Write,
    engine: &Engine,
    rate: Rate,
) -> io::Result<Result<(), String>> {
    let request = match read(line) {
        Ok(request) => request,
        Err(fault) => return Ok(Err(fault)),
    };
    let lang = match request.lang.as_deref().map(Lang::from_tag) {
        None => None,
        Some(Some(lang)) => Some(lang),
        Some(None) => return Ok(Err("`lang` must be \"en\" or \"zh\"".to_owned())),
    };
    let report = engine.analyse(&request.text, Options { lang, rate });
    json::report(out, &request.id, &request.text, &report)?;
    Ok(Ok(()))
}

fn read(line: &[u8]) -> Result<Request<'_>, String> {
    if line.len() > LINE_LIMIT {
        return Err("longer than 8 MiB; an answer is a page of text".to_owned());
    }
    let line = std::str::from_utf8(line)
        .map_err(|error| format!("no UTF-8 text (byte {})", error.valid_up_to()))?;
    // serde would take a list for the fields in their order.
    if !line.trim_start().starts_with('{') {
        return Err("no JSON object".to_owned());
    }
    let request: Request<'_> = serde_json::from_str(line).map_err(|error| {
        let message = error.to_string();
        let fault = message.split(" at line ").next().unwrap_or(&message);
        format!("{fault} (column {})", error.column())
    })?;
    if !(request.id.is_string() || request.id.is_number()) {
        return Err("`id` must be text or a number".to_owned());
    }
    if request.text.len() > LIMIT {
        return Err("`text` is longer than 1 MiB; an answer is a page of text".to_owned());
    }
    Ok(request)
}

/// The next line without its line feed, cut after the limit; `false` at the end.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let mut any = false;
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let piece = &buffer[..end.unwrap_or(buffer.len())];
        let room = (LINE_LIMIT + 1).saturating_sub(line.len());
        line.extend_from_slice(&piece[..piece.len().min(room)]);
        let used = piece.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            return Ok(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;

    fn answered(input: &[u8]) -> (Ending, Vec<Value>) {
        let mut out = Vec::new();
        let mut reader = BufReader::with_capacity(16, input);
        let ending = run(&mut reader, &mut out, content::engine(), Rate::default()).unwrap();
        let lines = String::from_utf8(out).unwrap();
        let parsed = lines
            .lines()
            .map(|line| serde_json::from_str(line).unwrap());
        (ending, parsed.collect())
    }

    #[test]
    fn answers_keep_the_order_and_the_ids() {
        let (ending, lines) = answered(
            "\u{feff}{\"id\":\"a\",\"text\":\"我们\",\"lang\":\"zh-CN\",\"more\":[1]}\r\n\n  \n{\"text\":\"x\",\"id\":7,\"lang\":null}".as_bytes(),
        );
        assert_eq!(ending, Ending::Good);
        let ids: Vec<&Value> = lines.iter().map(|line| &line["id"]).collect();
        assert_eq!(ids, [&Value::from("a"), &Value::from(7)]);
        assert_eq!(lines[0]["lang"], "zh");
    }

    #[test]
    fn a_bad_line_is_answered_in_its_place() {
        for (bad, error) in [
            ("{", "EOF while parsing an object (column 1)"),
            ("[]", "no JSON object"),
            ("{}", "missing field `id` (column 2)"),
            ("{\"id\":\"a\"}", "missing field `text` (column 10)"),
            (
                "{\"id\":\"a\",\"text\":null}",
                "invalid type: null, expected a string",
            ),
            (
                "{\"id\":null,\"text\":\"x\"}",
                "`id` must be text or a number",
            ),
            (
                "{\"id\":1,\"text\":\"x\",\"lang\":\"fr\"}",
                "`lang` must be \"en\" or \"zh\"",
            ),
            (
                "{\"id\":1,\"text\":\"\\ud800\"}",
                "unexpected end of hex escape",
            ),
        ] {
            let input = format!("{{\"id\":1,\"text\":\"\"}}\n{bad}\n{{\"id\":3,\"text\":\"\"}}\n");
            let (ending, lines) = answered(input.as_bytes());
            assert_eq!(ending, Ending::Failed, "{bad}");
            assert_eq!((lines.len(), &lines[2]["id"]), (3, &Value::from(3)));
            assert_eq!(lines[1]["line"], 2, "{bad}");
            let said = lines[1]["error"].as_str().unwrap();
            assert!(said.starts_with(error), "{bad}: {said}");
        }
        let (ending, lines) = answered(b"\xff\n");
        assert_eq!(ending, Ending::Failed);
        assert_eq!(lines[0]["error"], "no UTF-8 text (byte 0)");
    }

    #[test]
    fn a_line_without_end_does_not_fill_the_memory() {
        let endless = io::repeat(b'x').take(3 * LINE_LIMIT as u64);
        let mut line = Vec::new();
        let mut reader = BufReader::new(endless.chain(&b"\nnext"[..]));
        assert!(next_line(&mut reader, &mut line).unwrap());
        assert_eq!(line.len(), LINE_LIMIT + 1);
        assert!(read(&line).is_err());
        assert!(next_line(&mut reader, &mut line).unwrap());
        assert_eq!(line, b"next");
        assert!(!next_line(&mut reader, &mut line).unwrap());
    }
}

//! A small static server for `dist/`: for looking at the page, and for the tests.
//!
//! It sends the strictest policy that the explorer must work under, so a mistake is seen on the first day and not at an
//! embedder's. In the tests the same files are also served from a deep path and by a careless host.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The policy: own files only, WebAssembly allowed, nothing inline, any page may frame it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
                      img-src 'self' data:; base-uri 'none'; frame-src 'self'; frame-ancestors *";

/// A page with nothing but an empty frame: the tests show a page in it where a window cannot be narrow enough.
const FRAME: &str = "<!doctype html><title>frame</title><iframe style=\"border: 0\"></iframe>";

/// The longest head of a request that is read, in bytes.
const LONGEST_HEAD: u64 = 64 * 1024;

/// How long a connection may say nothing: browsers open some in advance and never use them.
const PATIENCE: Duration = Duration::from_mins(1);

/// A folder that is served under a path.
pub(crate) struct Mount {
    /// Begins and ends with a slash.
    pub(crate) prefix: &'static str,
    pub(crate) folder: PathBuf,
    pub(crate) manner: Manner,
}

/// How a host serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// With the strictest policy, and the right types.
    Strict,
    /// Without a policy, and without the right type for a module.
    Careless,
    /// Without the module: somebody forgot to upload it.
    Broken,
}

/// What is served.
pub(crate) struct Site {
    /// The longest prefix that fits wins, so the root comes last.
    pub(crate) mounts: Vec<Mount>,
    /// A script that is put first into every page, under `/__watch.js`; for the tests.
    pub(crate) watch: Option<PathBuf>,
}

/// Starts serving on this port or the next free one, in threads of its own; gives the port.
pub(crate) fn start(site: Site, port: u16) -> Result<u16> {
    let last = if port == 0 { 0 } else { port.saturating_add(50) };
    let listener = (port..=last)
        .find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok())
        .with_context(|| format!("no free port from {port} to {last}"))?;
    let port = listener.local_addr()?.port();
    let site = Arc::new(site);
    // A thread for each connection and a connection for each request: nobody ever waits for somebody else's.
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let site = Arc::clone(&site);
            std::thread::spawn(move || {
                // A reader who went away is no error of ours.
                let _ = site.answer(stream);
            });
        }
    });
    Ok(port)
}

/// Method and address of a request; `None` where the connection was closed unused.
fn request(stream: &TcpStream) -> Result<Option<(String, String)>> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut head = BufReader::new(stream).take(LONGEST_HEAD);
    let mut first = String::new();
    if head.read_line(&mut first)? == 0 {
        return Ok(None);
    }
    // The rest of the head says nothing that a static file depends on, but has to be read.
    let mut line = String::new();
    while head.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = first.split_whitespace();
    let (method, address) = (words.next().context("no method")?, words.next().context("no address")?);
    Ok(Some((method.to_owned(), address.to_owned())))
}

impl Site {
    fn answer(&self, stream: TcpStream) -> Result<()> {
        let Some((method, address)) = request(&stream)? else { return Ok(()) };
        let request = Answer { stream, with_body: method != "HEAD" };
        if !["GET", "HEAD"].contains(&method.as_str()) {
            return send(request, 405, "text/plain", b"only GET", Manner::Careless);
        }
        let address = address.split(['?', '#']).next().unwrap_or_default().to_owned();
        if let Some(script) = self.watch.as_ref().filter(|_| address == "/__watch.js") {
            return send(request, 200, "text/javascript", &std::fs::read(script)?, Manner::Careless);
        }
        if self.watch.is_some() && address == "/__frame" {
            return send(request, 200, "text/html", FRAME.as_bytes(), Manner::Careless);
        }
        match self.find(&address) {
            Ok((file, manner)) => {
                let mut kind = kind(&file);
                if manner == Manner::Careless && kind == "application/wasm" {
                    kind = "application/octet-stream";
                }
                let mut bytes = std::fs::read(&file)?;
                if self.watch.is_some() && kind.starts_with("text/html") {
                    bytes = watched(bytes);
                }
                send(request, 200, kind, &bytes, manner)
            }
            Err(error) => {
                send(request, 404, "text/plain; charset=utf-8", format!("{error:#}").as_bytes(), Manner::Careless)
            }
        }
    }

    /// The file at an address, and how it is served.
    fn find(&self, address: &str) -> Result<(PathBuf, Manner)> {
        let mount = self.mounts.iter().find(|mount| address.starts_with(mount.prefix)).context("nothing is here")?;
        let inside = decode(address.get(mount.prefix.len()..).unwrap_or_default())?;
        let inside = Path::new(&inside);
        if !inside.components().all(|part| matches!(part, Component::Normal(_))) {
            bail!("this address leaves the folder");
        }
        let mut file = mount.folder.join(inside);
        if file.is_dir() && address.ends_with('/') {
            file.push("index.html");
        }
        // Links inside the folder are followed, but not out of it.
        let real = file.canonicalize().with_context(|| format!("{address} does not exist"))?;
        if !real.starts_with(mount.folder.canonicalize()?) || !real.is_file() {
            bail!("{address} is no file here");
        }
        if mount.manner == Manner::Broken && kind(&real) == "application/wasm" {
            bail!("{address} was forgotten");
        }
        Ok((real, mount.manner))
    }
}

/// The page with the tests' script before any other.
fn watched(page: Vec<u8>) -> Vec<u8> {
    match String::from_utf8(page) {
        Ok(text) => text.replacen("<head>", "<head><script src=\"/__watch.js\"></script>", 1).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// A connection that waits for its answer.
struct Answer {
    stream: TcpStream,
    with_body: bool,
}

fn send(mut to: Answer, status: u16, kind: &str, body: &[u8], manner: Manner) -> Result<()> {
    let length = body.len().to_string();
    let mut headers = vec![
        ("Content-Type", kind),
        ("Content-Length", &length),
        ("Access-Control-Allow-Origin", "*"),
        ("Cache-Control", "no-cache"),
        ("Connection", "close"),
    ];
    if manner != Manner::Careless {
        headers.extend([("Content-Security-Policy", POLICY), ("X-Content-Type-Options", "nosniff")]);
    }
    let mut head = format!("HTTP/1.1 {status} {}\r\n", if status == 200 { "OK" } else { "No" });
    for (name, value) in headers {
        head.extend([name, ": ", value, "\r\n"]);
    }
    head.push_str("\r\n");
    to.stream.write_all(head.as_bytes())?;
    if to.with_body {
        to.stream.write_all(body)?;
    }
    Ok(to.stream.flush()?)
}

/// The content type by a file's name.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Undoes the percent signs of an address.
fn decode(address: &str) -> Result<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap_or_default(), rest.next().unwrap_or_default()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits)?, 16).context("a bad % in the address")?);
        } else {
            bytes.push(byte);
        }
    }
    Ok(String::from_utf8(bytes)?)
}

#[cfg(test)]
mod tests {
    use super::{Manner, Mount, Site, decode};
    use crate::paths::root;
    use anyhow::Result;

    fn site() -> Site {
        let mounts = vec![
            Mount { prefix: "/deep/path/", folder: root().join("xtask"), manner: Manner::Careless },
            Mount { prefix: "/", folder: root().join("xtask"), manner: Manner::Strict },
        ];
        Site { mounts, watch: None }
    }

    #[test]
    fn addresses_find_their_file() -> Result<()> {
        for (address, expected) in [
            ("/src/main.rs", Manner::Strict),
            ("/deep/path/src/main.rs", Manner::Careless),
            ("/src/m%61in.rs", Manner::Strict),
        ] {
            let (file, manner) = site().find(address)?;
            assert!(file.ends_with("xtask/src/main.rs"), "{address}");
            assert_eq!(manner, expected, "{address}");
        }
        Ok(())
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        for address in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/src/../../Cargo.toml", "//etc/passwd", "/..%2fCargo.toml"]
        {
            assert!(site().find(address).is_err(), "{address} was served");
        }
    }

    #[test]
    fn percent_signs_are_undone_or_refused() {
        assert_eq!(decode("a%20b").ok().as_deref(), Some("a b"));
        assert!(decode("%zz").is_err());
        assert!(decode("%4").is_err());
    }
}

//! `html!` in the notation of Yew, for less code.
//!
//! Yew's own macro writes out the making of every element where it stands. This one takes the same notation and calls
//! one [`Markup`] for all, which makes the same nodes: the module is 30 kB smaller. Inputs and components, which Yew
//! treats in ways of their own, stay with `yew::html!`.

use std::rc::Rc;

use yew::NodeRef;
use yew::html::onclick;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};

use crate::deal::Text;

/// Markup as Yew's macro of this name takes it, but for inputs and components.
macro_rules! html {
    ($($tokens:tt)*) => {{
        #[allow(unused_mut)]
        let mut markup = $crate::view::markup::Markup::new();
        $crate::view::markup::draw!(markup $($tokens)*);
        markup.finish()
    }};
}

/// The calls that a piece of markup stands for, token by token: first what is inside a tag, then what is between tags.
macro_rules! draw {
    (@tag $to:ident $tag:ident $names:tt />  $($rest:tt)*) => {
        $to.open(stringify!($tag), &$names);
        $to.close(stringify!($tag));
        $crate::view::markup::draw!($to $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt > $($rest:tt)*) => {
        $to.open(stringify!($tag), &$names);
        $crate::view::markup::draw!($to $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt { $name:ident } $($rest:tt)*) => {
        $crate::view::markup::draw!(@tag $to $tag $names $name={$name} $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt key=$key:tt $($rest:tt)*) => {
        $to.key($key);
        $crate::view::markup::draw!(@tag $to $tag $names $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt ref={$($node:tt)*} $($rest:tt)*) => {
        $to.refer($($node)*);
        $crate::view::markup::draw!(@tag $to $tag $names $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt onclick={$($act:tt)*} $($rest:tt)*) => {
        $to.on_click($($act)*);
        $crate::view::markup::draw!(@tag $to $tag $names $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt onkeydown={$($act:tt)*} $($rest:tt)*) => {
        $to.on(yew::html::onkeydown::Wrapper::new($($act)*));
        $crate::view::markup::draw!(@tag $to $tag $names $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt onchange={$($act:tt)*} $($rest:tt)*) => {
        $to.on(yew::html::onchange::Wrapper::new($($act)*));
        $crate::view::markup::draw!(@tag $to $tag $names $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt onmousemove={$($act:tt)*} $($rest:tt)*) => {
        $to.on(yew::html::onmousemove::Wrapper::new($($act)*));
        $crate::view::markup::draw!(@tag $to $tag $names $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt onmouseenter={$($act:tt)*} $($rest:tt)*) => {
        $to.on(yew::html::onmouseenter::Wrapper::new($($act)*));
        $crate::view::markup::draw!(@tag $to $tag $names $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt onmouseleave={$($act:tt)*} $($rest:tt)*) => {
        $to.on(yew::html::onmouseleave::Wrapper::new($($act)*));
        $crate::view::markup::draw!(@tag $to $tag $names $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt onfocusin={$($act:tt)*} $($rest:tt)*) => {
        $to.on(yew::html::onfocusin::Wrapper::new($($act)*));
        $crate::view::markup::draw!(@tag $to $tag $names $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt ontransitionend={$($act:tt)*} $($rest:tt)*) => {
        $to.on(yew::html::ontransitionend::Wrapper::new($($act)*));
        $crate::view::markup::draw!(@tag $to $tag $names $($rest)*)
    };
    (@tag $to:ident $tag:ident $names:tt onsubmit={$($act:tt)*} $($rest:tt)*) => {
        $to.on(yew::html::onsubmit::Wrapper::new($($act)*));
        $crate::view::markup::draw!(@tag $to $tag $names $($rest)*)
    };
    (@tag $to:ident $tag:ident [$($names:tt)*] $name:ident $(- $more:ident)* = $value:literal $($rest:tt)*) => {
        $to.fixed($value);
        $crate::view::markup::draw!(@tag $to $tag [$($names)* concat!(stringify!($name) $(, "-", stringify!($more))*),] $($rest)*)
    };
    (@tag $to:ident $tag:ident [$($names:tt)*] $name:ident $(- $more:ident)* = {$($value:tt)*} $($rest:tt)*) => {
        $to.value($crate::view::markup::Value::value($($value)*));
        $crate::view::markup::draw!(@tag $to $tag [$($names)* concat!(stringify!($name) $(, "-", stringify!($more))*),] $($rest)*)
    };

    ($to:ident) => {};
    ($to:ident </> $($rest:tt)*) => {
        $to.close("");
        $crate::view::markup::draw!($to $($rest)*)
    };
    ($to:ident </$tag:ident> $($rest:tt)*) => {
        $to.close(stringify!($tag));
        $crate::view::markup::draw!($to $($rest)*)
    };
    ($to:ident <> $($rest:tt)*) => {
        $to.open("", &[]);
        $crate::view::markup::draw!($to $($rest)*)
    };
    ($to:ident <$tag:ident $($rest:tt)*) => {
        $crate::view::markup::draw!(@tag $to $tag [] $($rest)*)
    };
    ($to:ident { for $($each:tt)* } $($rest:tt)*) => {
        $to.each($($each)*);
        $crate::view::markup::draw!($to $($rest)*)
    };
    ($to:ident { $($content:tt)* } $($rest:tt)*) => {
        $crate::view::markup::Content::put($($content)*, &mut $to);
        $crate::view::markup::draw!($to $($rest)*)
    };
}

pub(super) use {draw, html};

/// Markup in the making: the open elements, innermost last, and what the next one will have.
#[derive(Default)]
pub(crate) struct Markup {
    open: Vec<Open>,
    inside: Inside,
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    key: Option<Key>,
    node: NodeRef,
}

/// An open element, and what stands before it in the one around it. A fragment has no tag.
struct Open {
    tag: Option<VTag>,
    before: Inside,
}

/// What stands between two tags.
#[derive(Default)]
struct Inside {
    nodes: Vec<Html>,
    /// Whether it is a list, however long.
    list: bool,
}

impl Inside {
    /// As Yew has it, a single node stands for itself.
    fn node(mut self) -> Html {
        match self.nodes.pop() {
            Some(only) if !self.list && self.nodes.is_empty() => only,
            last => {
                self.nodes.extend(last);
                VList::with_children(self.nodes, None).into()
            }
        }
    }
}

// Called from every view: copied into each call, they would cost what this file is there to save.
impl Markup {
    /// In a box: its address is at hand for every call, where that of a place on the stack would have to be worked out.
    #[inline(never)]
    #[expect(clippy::unnecessary_box_returns, reason = "on purpose, as said")]
    pub(super) fn new() -> Box<Self> {
        Box::default()
    }

    /// An element whose tag is chosen as it is made.
    pub(super) fn element(tag: &'static str, class: &'static str, content: impl Content) -> Html {
        Self::referred(tag, class, NodeRef::default(), content)
    }

    /// The same, that is referred to.
    pub(super) fn referred(tag: &'static str, class: &'static str, node: NodeRef, content: impl Content) -> Html {
        let mut markup = Self::new();
        markup.fixed(class);
        markup.refer(node);
        markup.open(tag, &["class"]);
        content.put(&mut markup);
        markup.close(tag);
        markup.finish()
    }

    #[inline(never)]
    pub(super) fn fixed(&mut self, value: &'static str) {
        self.values.push(Some(AttributeOrProperty::Static(value)));
    }

    #[inline(never)]
    pub(super) fn value(&mut self, value: Option<AttrValue>) {
        self.values.push(value.map(AttributeOrProperty::Attribute));
    }

    pub(super) fn key(&mut self, key: impl Into<Key>) {
        self.key = Some(key.into());
    }

    pub(super) fn refer(&mut self, node: NodeRef) {
        self.node = node;
    }

    #[inline(never)]
    pub(super) fn on_click(&mut self, act: Callback<MouseEvent>) {
        self.on(onclick::Wrapper::new(act));
    }

    pub(super) fn on(&mut self, listener: impl Listener + 'static) {
        self.listeners.push(Some(Rc::new(listener)));
    }

    #[inline(never)]
    pub(super) fn open(&mut self, tag: &'static str, names: &'static [&'static str]) {
        let tag = (!tag.is_empty()).then(|| {
            let mut made = VTag::new(tag);
            made.key = self.key.take();
            made.node_ref = std::mem::take(&mut self.node);
            let values = std::mem::take(&mut self.values).into_boxed_slice();
            made.attributes = Attributes::Dynamic { keys: names, values };
            if !self.listeners.is_empty() {
                made.set_listeners(std::mem::take(&mut self.listeners).into_boxed_slice());
            }
            made
        });
        self.open.push(Open { tag, before: std::mem::take(&mut self.inside) });
    }

    #[inline(never)]
    pub(super) fn close(&mut self, name: &'static str) {
        let Some(Open { tag, before }) = self.open.pop() else { return };
        debug_assert_eq!(name, tag.as_ref().map_or("", VTag::tag), "the tag that is closed");
        let mut inside = std::mem::replace(&mut self.inside, before);
        if let Some(mut tag) = tag {
            if let Some(children) = tag.children_mut() {
                *children = inside.node();
            }
            self.push(tag.into());
        } else {
            inside.list = true;
            self.push(inside.node());
        }
    }

    #[inline(never)]
    pub(super) fn push(&mut self, node: Html) {
        self.inside.nodes.push(node);
    }

    #[inline(never)]
    pub(super) fn text(&mut self, text: AttrValue) {
        self.push(VText::new(text).into());
    }

    pub(super) fn each(&mut self, items: impl IntoIterator<Item = impl Content>) {
        self.inside.list = true;
        items.into_iter().for_each(|item| item.put(self));
    }

    #[inline(never)]
    #[expect(clippy::boxed_local, reason = "it was made in a box")]
    pub(super) fn finish(self: Box<Self>) -> Html {
        self.inside.node()
    }
}

impl From<&Text> for Key {
    #[inline(never)]
    fn from(text: &Text) -> Self {
        text.as_str().into()
    }
}

/// What can stand between tags.
pub(crate) trait Content {
    fn put(self, to: &mut Markup);
}

impl Content for Html {
    #[inline(never)]
    fn put(self, to: &mut Markup) {
        to.push(self);
    }
}

impl Content for &str {
    #[inline(never)]
    fn put(self, to: &mut Markup) {
        self.to_owned().put(to);
    }
}

impl Content for &String {
    fn put(self, to: &mut Markup) {
        self.as_str().put(to);
    }
}

impl Content for &Text {
    #[inline(never)]
    fn put(self, to: &mut Markup) {
        self.as_str().put(to);
    }
}

impl Content for Text {
    #[inline(never)]
    fn put(self, to: &mut Markup) {
        self.as_str().put(to);
    }
}

impl Content for String {
    #[inline(never)]
    fn put(self, to: &mut Markup) {
        to.text(self.into());
    }
}

impl Content for Vec<Html> {
    fn put(self, to: &mut Markup) {
        to.each(self);
    }
}

impl<T: Content> Content for Option<T> {
    fn put(self, to: &mut Markup) {
        match self {
            Some(content) => content.put(to),
            None => to.push(VNode::default()),
        }
    }
}

/// What an attribute can be set to; `None` leaves it out, as `false` does.
pub(super) trait Value {
    fn value(self) -> Option<AttrValue>;
}

impl Value for &'static str {
    fn value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for String {
    #[inline(never)]
    fn value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl Value for &Text {
    #[inline(never)]
    fn value(self) -> Option<AttrValue> {
        self.own().value()
    }
}

/// A length, in whole pixels: these are fine enough, and the printing of fractions is not in the module.
impl Value for f64 {
    #[inline(never)]
    fn value(self) -> Option<AttrValue> {
        (self.round() as i32).to_string().value()
    }
}

impl Value for bool {
    fn value(self) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(""))
    }
}

impl<T: Value> Value for Option<T> {
    fn value(self) -> Option<AttrValue> {
        self.and_then(T::value)
    }
}

/// A class that is always there, and one that may be.
pub(super) fn class(always: &'static str, sometimes: Option<&'static str>) -> String {
    match sometimes {
        Some(sometimes) => [always, sometimes].join(" "),
        None => always.to_owned(),
    }
}

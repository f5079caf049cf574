//! Double roles: parts that one actor plays at once and that do not sit easily together.
//!
//! Only what the data say: each side is an item of the deal, with its own evidence, or marked as the editor's.

use crate::deal::{ActorKind, Deal, Duty, Item, ItemId, Kind, Origin, RelationClass, Role, Standing};

use super::profile::unique;

/// One side of a double role: the item that shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Proof {
    /// A condition, a relation, a statement that cites the actor, or the actor itself where its standing says it.
    pub item: ItemId,
    /// The part of the actor through which it holds: a state's forces, a party's official. `None`: the actor itself.
    pub via: Option<ItemId>,
    /// Whose statement the item is.
    pub origin: Origin,
}

/// A pair of parts that one actor plays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoubleRole {
    /// It is to do something for `of`, and fights it or is to act against it.
    GuarantorAndAttacker {
        /// The one who is guarded and attacked.
        of: ItemId,
        /// Conditions or relations by which it guards.
        guards: Vec<Proof>,
        /// Conditions or relations by which it attacks.
        attacks: Vec<Proof>,
    },
    /// It backs `ally` and is hostile to `opponent`, who is tied to that ally.
    AllyAndOpponentOfAlly {
        /// Whom it backs.
        ally: ItemId,
        /// Whom it opposes.
        opponent: ItemId,
        /// Relations that show the backing.
        backs: Vec<Proof>,
        /// Relations that show the hostility.
        opposes: Vec<Proof>,
        /// What ties the two: a relation of support, or the one of them that belongs to the other.
        tie: Proof,
    },
    /// It is a target of some conditions and gains by others.
    TargetAndBeneficiary {
        /// Conditions against it.
        target: Vec<Proof>,
        /// Conditions for it.
        gains: Vec<Proof>,
    },
    /// It is a party, and hostile to one who is to gain by the deal.
    PartyAndHostile {
        /// The one who is to gain.
        beneficiary: ItemId,
        /// The actor itself, as a party.
        party: Proof,
        /// Relations that show the hostility.
        hostile: Vec<Proof>,
        /// Conditions for the other, or the other itself where its standing says it.
        gains: Vec<Proof>,
    },
    /// It is a party, and is cited for what is said of the deal.
    VoiceAndParty {
        /// The actor itself, as a party.
        party: Proof,
        /// Statements that cite it.
        speaks: Vec<Proof>,
    },
}

/// Every double role of every actor, in the format's order.
pub fn every_double_role(deal: &Deal) -> Vec<(ItemId, DoubleRole)> {
    let actors = deal.of_kind(Kind::Actor);
    actors.flat_map(|actor| double_roles(deal, actor).into_iter().map(move |role| (actor, role))).collect()
}

/// The double roles of one actor.
pub fn double_roles(deal: &Deal, actor: ItemId) -> Vec<DoubleRole> {
    let cast = Cast::new(deal, actor);
    let mut roles = cast.guarantor_and_attacker();
    let attacked: Vec<ItemId> = roles
        .iter()
        .filter_map(|role| if let DoubleRole::GuarantorAndAttacker { of, .. } = role { Some(*of) } else { None })
        .collect();
    roles.extend(cast.ally_and_opponent());
    roles.extend(cast.target_and_beneficiary());
    roles.extend(cast.party_and_hostile(&attacked));
    roles.extend(cast.voice_and_party());
    roles
}

/// An actor with the parts of it whose deeds are its own.
struct Cast<'d> {
    deal: &'d Deal,
    actor: ItemId,
    /// The actor itself, and its forces and bodies: who acts.
    acting: Vec<(ItemId, Option<ItemId>)>,
}

impl<'d> Cast<'d> {
    fn new(deal: &'d Deal, actor: ItemId) -> Self {
        let parts = deal.sources_of(actor, Role::PartOf).filter(|part| {
            matches!(deal.item(*part), Some(Item::Actor(it)) if matches!(it.kind, ActorKind::Force | ActorKind::Body))
        });
        let acting = std::iter::once((actor, None)).chain(parts.map(|part| (part, Some(part)))).collect();
        Self { deal, actor, acting }
    }

    fn proof(&self, item: ItemId, via: Option<ItemId>) -> Proof {
        let origin = self.deal.statement(item).map(crate::deal::Statement::origin).unwrap_or_default();
        Proof { item, via, origin }
    }

    fn standing(&self, actor: ItemId, standing: Standing) -> bool {
        matches!(self.deal.item(actor), Some(Item::Actor(it)) if it.standing.contains(&standing))
    }

    fn duty(&self, condition: ItemId) -> Option<Duty> {
        match self.deal.item(condition) {
            Some(Item::Condition(it)) => Some(it.duty.unwrap_or_default()),
            _ => None,
        }
    }

    /// Conditions borne by the actor or its parts that name `whom` in this role and ask for a deed.
    fn deeds(&self, whom: ItemId, role: Role) -> Vec<Proof> {
        let borne = self
            .acting
            .iter()
            .flat_map(|(who, via)| self.deal.sources_of(*who, Role::By).map(move |condition| (condition, *via)));
        let fits = |(condition, _): &(ItemId, Option<ItemId>)| {
            self.duty(*condition).is_some_and(|duty| duty != Duty::MustNot)
                && self.deal.targets(*condition, role).any(|target| target == whom)
        };
        borne.filter(fits).map(|(condition, via)| self.proof(condition, via)).collect()
    }

    /// Relations of one class from the actor or its parts, with the actor at the other end.
    fn relations(&self, class: RelationClass) -> Vec<(ItemId, Proof)> {
        let own = self.acting.iter().flat_map(|(who, via)| {
            related(self.deal, *who, class).map(move |(relation, other)| (other, self.proof(relation, *via)))
        });
        own.filter(|(other, _)| *other != self.actor && !self.acting.iter().any(|(who, _)| who == other)).collect()
    }

    fn guarantor_and_attacker(&self) -> Vec<DoubleRole> {
        let (backs, fights) = (self.relations(RelationClass::Support), self.relations(RelationClass::Hostile));
        let roles = self.deal.of_kind(Kind::Actor).filter(|of| *of != self.actor).filter_map(|of| {
            let guards = self.deeds(of, Role::For);
            let attacks = [with(&fights, of), self.deeds(of, Role::Against)].concat();
            let guards = if guards.is_empty() { Vec::new() } else { [guards, with(&backs, of)].concat() };
            let both = !guards.is_empty() && !attacks.is_empty() && !same(&guards, &attacks);
            both.then_some(DoubleRole::GuarantorAndAttacker { of, guards, attacks })
        });
        roles.collect()
    }

    fn ally_and_opponent(&self) -> Vec<DoubleRole> {
        let (backs, fights) = (self.relations(RelationClass::Support), self.relations(RelationClass::Hostile));
        let allies = unique(backs.iter().map(|(ally, _)| *ally));
        let opponents = unique(fights.iter().map(|(opponent, _)| *opponent));
        let pairs = allies.iter().flat_map(|ally| opponents.iter().map(move |opponent| (*ally, *opponent)));
        let roles = pairs.filter(|(ally, opponent)| ally != opponent).filter_map(|(ally, opponent)| {
            let tie = self.tie(ally, opponent)?;
            let (backs, opposes) = (with(&backs, ally), with(&fights, opponent));
            Some(DoubleRole::AllyAndOpponentOfAlly { ally, opponent, backs, opposes, tie })
        });
        roles.collect()
    }

    fn tie(&self, ally: ItemId, opponent: ItemId) -> Option<Proof> {
        let support = |from: ItemId, to: ItemId| {
            let mut found = related(self.deal, from, RelationClass::Support).filter(move |(_, other)| *other == to);
            found.next().map(|(relation, _)| relation)
        };
        let part =
            |part: ItemId, of: ItemId| self.deal.targets(part, Role::PartOf).any(|whole| whole == of).then_some(part);
        let tie = support(opponent, ally).or_else(|| support(ally, opponent));
        let tie = tie.or_else(|| part(opponent, ally)).or_else(|| part(ally, opponent))?;
        Some(self.proof(tie, None))
    }

    fn target_and_beneficiary(&self) -> Option<DoubleRole> {
        let conditions = |role: Role| {
            let named = unique(self.deal.sources_of(self.actor, role)).into_iter();
            let asked = named.filter(|condition| self.duty(*condition).is_some_and(|duty| duty != Duty::MustNot));
            asked.map(|condition| self.proof(condition, None)).collect::<Vec<_>>()
        };
        let or_standing = |proofs: Vec<Proof>, standing: Standing| {
            let stands = proofs.is_empty() && self.standing(self.actor, standing);
            if stands { vec![self.proof(self.actor, None)] } else { proofs }
        };
        let target = or_standing(conditions(Role::Against), Standing::Target);
        let gains = or_standing(conditions(Role::For), Standing::Beneficiary);
        let both = !target.is_empty() && !gains.is_empty();
        both.then_some(DoubleRole::TargetAndBeneficiary { target, gains })
    }

    fn party_and_hostile(&self, told: &[ItemId]) -> Vec<DoubleRole> {
        if !self.standing(self.actor, Standing::Party) {
            return Vec::new();
        }
        let fights = self.relations(RelationClass::Hostile);
        let others = unique(fights.iter().map(|(other, _)| *other)).into_iter();
        let roles = others.filter(|other| !told.contains(other)).filter_map(|beneficiary| {
            let named = unique(self.deal.sources_of(beneficiary, Role::For)).into_iter();
            let mut gains: Vec<Proof> = named.map(|condition| self.proof(condition, None)).collect();
            if gains.is_empty() && self.standing(beneficiary, Standing::Beneficiary) {
                gains.push(self.proof(beneficiary, None));
            }
            let (party, hostile) = (self.proof(self.actor, None), with(&fights, beneficiary));
            let any = !gains.is_empty();
            any.then_some(DoubleRole::PartyAndHostile { beneficiary, party, hostile, gains })
        });
        roles.collect()
    }

    fn voice_and_party(&self) -> Option<DoubleRole> {
        if !self.standing(self.actor, Standing::Party) {
            return None;
        }
        let officials = self.deal.sources_of(self.actor, Role::PartOf).filter(|part| {
            matches!(self.deal.item(*part), Some(Item::Actor(it)) if it.kind == ActorKind::Person && it.role.is_some())
        });
        let speakers = self.acting.iter().copied().chain(officials.map(|part| (part, Some(part))));
        let cited = speakers.flat_map(|(who, via)| {
            self.deal.sources_of(who, Role::Voice).map(move |statement| self.proof(statement, via))
        });
        let speaks: Vec<Proof> = cited.collect();
        let party = self.proof(self.actor, None);
        (!speaks.is_empty()).then_some(DoubleRole::VoiceAndParty { party, speaks })
    }
}

/// Relations of one class that point from the actor, or are mutual, with the actor at the other end.
fn related(deal: &Deal, actor: ItemId, class: RelationClass) -> impl Iterator<Item = (ItemId, ItemId)> + '_ {
    let of_class = move |relation: &ItemId, either: bool| {
        let Some(Item::Relation(it)) = deal.item(*relation) else { return false };
        it.class == class && (either || it.mutual.unwrap_or(false))
    };
    let out = deal.sources_of(actor, Role::RelationFrom).filter(move |relation| of_class(relation, true));
    let into = deal.sources_of(actor, Role::RelationTo).filter(move |relation| of_class(relation, false));
    let out = out.filter_map(move |relation| Some((relation, deal.targets(relation, Role::RelationTo).next()?)));
    out.chain(into.filter_map(move |relation| Some((relation, deal.targets(relation, Role::RelationFrom).next()?))))
}

fn with(relations: &[(ItemId, Proof)], whom: ItemId) -> Vec<Proof> {
    relations.iter().filter(|(other, _)| *other == whom).map(|(_, proof)| *proof).collect()
}

/// Whether one item alone would have to show both sides.
fn same(one: &[Proof], other: &[Proof]) -> bool {
    matches!((one, other), ([a], [b]) if a.item == b.item)
}

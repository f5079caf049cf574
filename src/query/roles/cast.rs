//! An actor with the parts of it whose deeds are its own, and what it does to whom.

use crate::deal::gather::Gather;
use crate::deal::sort::{sort_and_dedup, sort_by_key};
use crate::deal::{Actor, ActorKind, Deal, Duty, Item, ItemId, LinkKind, RelationClass, Role, Standing};

use super::super::profile::{Pressing, unique};
use super::{DoubleRole, Proof};

pub(super) struct Cast<'d> {
    deal: &'d Deal,
    actor: ItemId,
    /// Who acts: the actor itself, and its forces and bodies.
    acting: Vec<(ItemId, Option<ItemId>)>,
    /// Conditions that they bear, but not those that others must press them to.
    borne: Vec<(ItemId, Option<ItemId>)>,
    /// Whom it backs and whom it fights, by relations of its own or mutual ones; these and the next in the order of whom.
    backs: Vec<(ItemId, Proof)>,
    fights: Vec<(ItemId, Proof)>,
    /// Whom the deeds that it bears are aimed at.
    aims: Vec<(ItemId, Proof)>,
    /// Whom it guards: by conditions for them, and by pressing that makes such a one possible.
    guards: Vec<(ItemId, Proof)>,
}

impl<'d> Cast<'d> {
    pub(super) fn new(deal: &'d Deal, actor: ItemId) -> Self {
        let (borne, [backs, fights, aims, guards]) = Default::default();
        let mut cast = Self { deal, actor, acting: vec![(actor, None)], borne, backs, fights, aims, guards };
        let acts = |part: &Actor| matches!(part.kind, ActorKind::Force | ActorKind::Body);
        cast.parts(actor, acts).map(|part| (part, Some(part))).add_to(&mut cast.acting);
        cast.borne = cast.borne();
        cast.backs = cast.relations(RelationClass::Support);
        cast.fights = cast.relations(RelationClass::Hostile);
        cast.aims = cast.aims();
        cast.guards = cast.guards();
        // A hub has hundreds of each, and is asked of every other one.
        for tied in [&mut cast.backs, &mut cast.fights, &mut cast.aims] {
            sort_by_key(tied, |(whom, _)| *whom);
        }
        cast
    }

    fn parts(&self, of: ItemId, fits: fn(&Actor) -> bool) -> impl Iterator<Item = ItemId> + use<'d> {
        let deal = self.deal;
        let parts = deal.sources_of(of, Role::PartOf);
        parts.filter(move |part| matches!(deal.item(*part), Some(Item::Actor(actor)) if fits(actor)))
    }

    fn proof(&self, item: ItemId, via: Option<ItemId>) -> Proof {
        let origin = self.deal.statement(item).map(crate::deal::Statement::origin).unwrap_or_default();
        Proof { item, via, toward: None, link: None, origin }
    }

    fn stands(&self, actor: ItemId, standing: Standing) -> bool {
        matches!(self.deal.item(actor), Some(Item::Actor(it)) if it.standing.contains(&standing))
    }

    /// Whether the condition asks for a deed or allows it, rather than forbids it.
    fn is_deed(&self, condition: ItemId) -> bool {
        matches!(self.deal.item(condition), Some(Item::Condition(it)) if it.duty != Some(Duty::MustNot))
    }

    fn names(&self, condition: ItemId, role: Role, whom: ItemId) -> bool {
        self.deal.targets(condition, role).any(|target| target == whom)
    }

    fn borne(&self) -> Vec<(ItemId, Option<ItemId>)> {
        let mut borne = Vec::new();
        for &(who, via) in &self.acting {
            let pressing = Pressing::of(self.deal, who);
            let own = self.deal.sources_of(who, Role::By).filter(|condition| !pressing.is_to(*condition));
            own.map(|condition| (condition, via)).add_to(&mut borne);
        }
        borne
    }

    fn relations(&self, class: RelationClass) -> Vec<(ItemId, Proof)> {
        let related = self.acting.iter().flat_map(|(who, via)| {
            related(self.deal, *who, class).map(move |(relation, other)| (other, self.proof(relation, *via)))
        });
        related.filter(|(other, _)| self.acting.iter().all(|(who, _)| who != other)).gather()
    }

    fn aims(&self) -> Vec<(ItemId, Proof)> {
        let mut aims = Vec::new();
        for &(condition, via) in self.borne.iter().filter(|(condition, _)| self.is_deed(*condition)) {
            let proof = self.proof(condition, via);
            for whom in unique(self.deal.targets(condition, Role::Against)) {
                aims.push((whom, proof));
            }
        }
        aims
    }

    fn guards(&self) -> Vec<(ItemId, Proof)> {
        let mut guards = Vec::new();
        for &(condition, via) in &self.borne {
            let proof = self.proof(condition, via);
            if self.is_deed(condition) {
                guards.extend(self.deal.targets(condition, Role::For).map(|whom| (whom, proof)));
            }
            if self.deal.targets(condition, Role::Pressing).next().is_none() {
                continue;
            }
            for link in self.deal.sources_of(condition, Role::LinkFrom).filter(|link| self.makes_possible(*link)) {
                let origin = proof.origin.max(self.proof(link, None).origin);
                let linked = self.deal.targets(link, Role::LinkTo);
                let whom = linked.flat_map(|condition| self.deal.targets(condition, Role::For));
                guards.extend(whom.map(|whom| (whom, Proof { link: Some(link), origin, ..proof })));
            }
        }
        sort_by_key(&mut guards, |(whom, _)| *whom);
        // Of what shows that one condition guards them, the first is enough.
        guards.dedup_by_key(|(whom, proof)| (*whom, proof.item, proof.via));
        guards
    }

    fn makes_possible(&self, link: ItemId) -> bool {
        matches!(self.deal.item(link), Some(Item::Link(it))
            if matches!(it.kind, LinkKind::Enables | LinkKind::Causes | LinkKind::Completes))
    }

    /// Relations and conditions by which it attacks someone, or a part of them.
    fn attacks(&self, of: ItemId) -> Vec<Proof> {
        let parts = self.parts(of, |_| true).map(|part| (part, Some(part)));
        let attacked: Vec<(ItemId, Option<ItemId>)> = std::iter::once((of, None)).chain(parts).gather();
        let mut attacks = Vec::new();
        for (whom, toward) in attacked {
            let all = with(&self.fights, whom).into_iter().chain(with(&self.aims, whom));
            all.map(|it| Proof { toward, ..it }).add_to(&mut attacks);
        }
        attacks
    }

    pub(super) fn guarantor_and_attacker(&self) -> Vec<DoubleRole> {
        let guarded = unique(self.guards.iter().map(|(whom, _)| *whom)).into_iter();
        let roles = guarded.filter(|of| *of != self.actor).filter_map(|of| {
            let (guards, attacks) = (with(&self.guards, of), self.attacks(of));
            let apart = attacks.iter().any(|attack| guards.iter().any(|guard| guard.item != attack.item));
            apart.then_some(DoubleRole::GuarantorAndAttacker { of, guards, attacks })
        });
        roles.gather()
    }

    pub(super) fn backer_and_presser(&self) -> Vec<DoubleRole> {
        let allies = unique(self.backs.iter().map(|(ally, _)| *ally)).into_iter();
        let roles = allies.filter_map(|of| {
            let pressing = self.borne.iter().filter(|(condition, _)| self.names(*condition, Role::Pressing, of));
            let presses: Vec<Proof> = pressing.map(|(condition, via)| self.proof(*condition, *via)).gather();
            let backs = with(&self.backs, of);
            (!presses.is_empty()).then_some(DoubleRole::BackerAndPresser { of, backs, presses })
        });
        roles.gather()
    }

    pub(super) fn ally_and_opponent(&self) -> Vec<DoubleRole> {
        let allies = unique(self.backs.iter().map(|(ally, _)| *ally));
        let opponents = unique(self.fights.iter().map(|(opponent, _)| *opponent));
        let supports = |of: &ItemId| {
            let related = related(self.deal, *of, RelationClass::Support);
            let mut supports = related.map(|(relation, other)| (other, self.proof(relation, None))).gather();
            sort_by_key(&mut supports, |(whom, _)| *whom);
            supports
        };
        // Of each once: asked for every pair, those of two hubs took a fifth of a second.
        if allies.is_empty() || opponents.is_empty() {
            return Vec::new();
        }
        let of_allies: Vec<Vec<(ItemId, Proof)>> = allies.iter().map(supports).gather();
        let of_opponents: Vec<Vec<(ItemId, Proof)>> = opponents.iter().map(supports).gather();
        let mut roles = Vec::new();
        for (&ally, from_ally) in allies.iter().zip(&of_allies) {
            for (&opponent, from_opponent) in opponents.iter().zip(&of_opponents).filter(|(it, _)| **it != ally) {
                let support = first(from_opponent, ally).or_else(|| first(from_ally, opponent));
                let Some(tie) = support.or_else(|| self.part(ally, opponent)) else { continue };
                let (backs, opposes) = (with(&self.backs, ally), with(&self.fights, opponent));
                roles.push(DoubleRole::AllyAndOpponentOfAlly { ally, opponent, backs, opposes, tie });
            }
        }
        roles
    }

    /// The one of two that belongs to the other.
    fn part(&self, ally: ItemId, opponent: ItemId) -> Option<Proof> {
        let part = |part: ItemId, of: ItemId| self.names(part, Role::PartOf, of).then(|| self.proof(part, None));
        part(opponent, ally).or_else(|| part(ally, opponent))
    }

    /// Conditions that name the actor in this role, or the actor itself where only its standing says so.
    fn named(&self, actor: ItemId, role: Role, standing: Standing) -> Vec<Proof> {
        let conditions = unique(self.deal.sources_of(actor, role)).into_iter();
        let deeds = conditions.filter(|condition| role == Role::For || self.is_deed(*condition));
        let mut proofs: Vec<Proof> = deeds.map(|condition| self.proof(condition, None)).gather();
        if proofs.is_empty() && self.stands(actor, standing) {
            proofs.push(self.proof(actor, None));
        }
        proofs
    }

    pub(super) fn target_and_beneficiary(&self) -> Option<DoubleRole> {
        let target = self.named(self.actor, Role::Against, Standing::Target);
        let gains = self.named(self.actor, Role::For, Standing::Beneficiary);
        let both = !target.is_empty() && !gains.is_empty();
        both.then_some(DoubleRole::TargetAndBeneficiary { target, gains })
    }

    /// Those whom it is told to guard and attack already are left out.
    pub(super) fn party_and_hostile(&self, told: &[ItemId]) -> Vec<DoubleRole> {
        if !self.stands(self.actor, Standing::Party) {
            return Vec::new();
        }
        let others = unique(self.fights.iter().map(|(other, _)| *other)).into_iter();
        let roles = others.filter(|other| !told.contains(other)).filter_map(|beneficiary| {
            let gains = self.named(beneficiary, Role::For, Standing::Beneficiary);
            let (party, hostile) = (self.proof(self.actor, None), with(&self.fights, beneficiary));
            let any = !gains.is_empty();
            any.then_some(DoubleRole::PartyAndHostile { beneficiary, party, hostile, gains })
        });
        roles.gather()
    }

    pub(super) fn voice_and_party(&self) -> Option<DoubleRole> {
        if !self.stands(self.actor, Standing::Party) {
            return None;
        }
        let speaks_for = |part: &Actor| match part.kind {
            ActorKind::Person => part.role.is_some(),
            ActorKind::Voice => true,
            _ => false,
        };
        let officials = self.parts(self.actor, speaks_for).map(|part| (part, Some(part)));
        let speakers = self.acting.iter().copied().chain(officials);
        let cited = speakers.flat_map(|(who, via)| {
            self.deal.sources_of(who, Role::Voice).map(move |statement| self.proof(statement, via))
        });
        let mut speaks: Vec<Proof> = cited.gather();
        sort_and_dedup(&mut speaks);
        let party = self.proof(self.actor, None);
        (!speaks.is_empty()).then_some(DoubleRole::VoiceAndParty { party, speaks })
    }
}

/// Relations of one class that point from the actor, or are mutual, with the actor at the other end.
fn related(deal: &Deal, actor: ItemId, class: RelationClass) -> impl Iterator<Item = (ItemId, ItemId)> + '_ {
    let fits = move |relation: ItemId, any_way: bool| {
        let Some(Item::Relation(it)) = deal.item(relation) else { return false };
        it.class == class && (any_way || it.mutual.unwrap_or(false))
    };
    let ends = [(Role::RelationFrom, Role::RelationTo), (Role::RelationTo, Role::RelationFrom)];
    ends.into_iter().flat_map(move |(near, far)| {
        let found = deal.sources_of(actor, near).filter(move |relation| fits(*relation, near == Role::RelationFrom));
        found.filter_map(move |relation| Some((relation, deal.targets(relation, far).next()?)))
    })
}

/// What ties someone, of what stands in the order of whom.
fn tied(all: &[(ItemId, Proof)], whom: ItemId) -> &[(ItemId, Proof)] {
    let from = all.partition_point(|(other, _)| *other < whom);
    let to = all.partition_point(|(other, _)| *other <= whom);
    all.get(from..to).unwrap_or_default()
}

fn with(all: &[(ItemId, Proof)], whom: ItemId) -> Vec<Proof> {
    tied(all, whom).iter().map(|(_, proof)| *proof).gather()
}

fn first(all: &[(ItemId, Proof)], whom: ItemId) -> Option<Proof> {
    tied(all, whom).first().map(|(_, proof)| *proof)
}

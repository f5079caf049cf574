//! Double roles: parts that one actor plays at once and that do not sit easily together.
//!
//! Only what the data say: each side is an item of the deal, with its own evidence, or marked as the editor's.

mod cast;

use crate::deal::gather::Gather;
use crate::deal::{Deal, ItemId, Kind, Origin};

use cast::Cast;

/// What shows one side of a double role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Proof {
    /// A condition, a relation, a statement that cites the actor, or an actor itself where its standing says it.
    pub item: ItemId,
    /// The part of the actor through which it holds: a state's forces, a party's official. `None`: the actor itself.
    pub via: Option<ItemId>,
    /// The part of the other actor whom it concerns: civilians of one city. `None`: the other itself.
    pub toward: Option<ItemId>,
    /// The link by which pressing leads to what is done for the other. `None`: the item itself says whom it is for.
    pub link: Option<ItemId>,
    /// The editor's where the item or the link is.
    pub origin: Origin,
}

/// A pair of parts that one actor plays. No list of proofs is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DoubleRole {
    /// It is to do something for `of`, or to press another to, and fights it or is to act against it.
    GuarantorAndAttacker {
        /// The one who is guarded and attacked.
        of: ItemId,
        /// Conditions by which it guards.
        guards: Vec<Proof>,
        /// Relations or conditions by which it attacks.
        attacks: Vec<Proof>,
    },
    /// It backs the very one whom it is to press.
    BackerAndPresser {
        /// The one who is backed and pressed.
        of: ItemId,
        /// Relations by which it backs.
        backs: Vec<Proof>,
        /// Conditions by which it presses.
        presses: Vec<Proof>,
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
    /// Some conditions are aimed at it, others are for its good.
    TargetAndBeneficiary {
        /// Conditions against it, or the actor itself as a target.
        target: Vec<Proof>,
        /// Conditions for it, or the actor itself as a beneficiary.
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

impl DoubleRole {
    /// What shows the one part, and what shows the other.
    pub fn sides(&self) -> [Vec<&Proof>; 2] {
        match self {
            Self::GuarantorAndAttacker { guards, attacks, .. } => [guards.iter().gather(), attacks.iter().gather()],
            Self::BackerAndPresser { backs, presses, .. } => [backs.iter().gather(), presses.iter().gather()],
            Self::AllyAndOpponentOfAlly { backs, opposes, tie, .. } => {
                [backs.iter().gather(), opposes.iter().chain([tie]).gather()]
            }
            Self::TargetAndBeneficiary { target, gains } => [target.iter().gather(), gains.iter().gather()],
            // The standing as a party is not what stands against the hostility: whom the deal is to help is.
            Self::PartyAndHostile { hostile, gains, .. } => [gains.iter().gather(), hostile.iter().gather()],
            Self::VoiceAndParty { party, speaks } => [vec![party], speaks.iter().gather()],
        }
    }
}

/// Every double role of every actor, in the format's order.
pub fn every_double_role(deal: &Deal) -> Vec<(ItemId, DoubleRole)> {
    let actors = deal.of_kind(Kind::Actor);
    actors.flat_map(|actor| double_roles(deal, actor).into_iter().map(move |role| (actor, role))).gather()
}

/// The double roles of one actor, in the order of [`DoubleRole`].
pub fn double_roles(deal: &Deal, actor: ItemId) -> Vec<DoubleRole> {
    let cast = Cast::new(deal, actor);
    let mut roles = cast.guarantor_and_attacker();
    let told: Vec<ItemId> = roles.iter().flat_map(attacked).gather();
    roles.extend(cast.backer_and_presser());
    roles.extend(cast.ally_and_opponent());
    roles.extend(cast.target_and_beneficiary());
    roles.extend(cast.party_and_hostile(&told));
    roles.extend(cast.voice_and_party());
    roles
}

/// Whom a guarantor attacks: the other, and its parts.
fn attacked(role: &DoubleRole) -> Vec<ItemId> {
    match role {
        DoubleRole::GuarantorAndAttacker { of, attacks, .. } => {
            attacks.iter().filter_map(|proof| proof.toward).chain([*of]).gather()
        }
        _ => Vec::new(),
    }
}

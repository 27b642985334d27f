package org.nowrongdoor.referral.state;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Events of referrals in the store. Every method joins the caller's transaction. */
@Singleton
class ReferralEventRepository implements PanacheRepository<ReferralEvent> {

    List<ReferralEvent> listOf(UUID referralId) {
        return list("referralId", Sort.by("no"), referralId);
    }
}

package org.nowrongdoor.referral;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.nowrongdoor.access.caller.Caller;
import org.nowrongdoor.problem.ProblemException;
import org.nowrongdoor.referral.state.Referrals;
import org.nowrongdoor.referral.state.Viewer;

/** Referrals of the caller's organisation without anybody in them, for rooms that tell them in other words. */
@Singleton
public class PersonlessReferrals {

    private final Referrals referrals;
    private final ReferralViews views;
    private final Caller caller;

    PersonlessReferrals(Referrals referrals, ReferralViews views, Caller caller) {
        this.referrals = referrals;
        this.views = views;
        this.caller = caller;
    }

    /** One referral.
     *  @throws ProblemException NOT_FOUND, the same for one that is not there and one that is another's */
    @Transactional
    public ReferralView get(UUID id) {
        var viewer = Viewer.of(caller);
        return views.bare(referrals.get(id, viewer), viewer);
    }
}

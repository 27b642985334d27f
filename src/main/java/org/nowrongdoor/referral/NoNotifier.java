package org.nowrongdoor.referral;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Where nothing can be sent: the sender hands the link on. */
@DefaultBean
@Singleton
class NoNotifier implements ReferralNotifier {

    @Override
    public boolean asked(Notice notice) {
        return false;
    }

    @Override
    public void reminded(Notice notice) {
        // The sender sees in the events that an answer is due.
    }
}

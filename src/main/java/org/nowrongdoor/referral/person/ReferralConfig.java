package org.nowrongdoor.referral.person;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** How referrals go out. The schedules and the links read these by name; no bean asks for the whole. */
@Unremovable
@ConfigMapping(prefix = "directory.referral")
public interface ReferralConfig {

    /** Where this server is found from outside, such as {@code https://directory.example.org}. Links in messages need it:
     *  what a request calls us is not to be trusted there. */
    Optional<String> publicUrl();

    /** How often deadlines and consents are looked at; {@code off} for never. */
    @WithDefault("10s")
    String clockEvery();

    /** How often the database's files are rid of destroyed details, when there are any; {@code off} for never. */
    @WithDefault("30s")
    String sweepEvery();
}

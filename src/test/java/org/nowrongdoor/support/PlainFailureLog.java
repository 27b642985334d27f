package org.nowrongdoor.support;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Shows a failed exchange as it was sent: REST Assured lays out every body, also of those that do not fail, which took a
 *  twelfth of all test time. */
public final class PlainFailureLog implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        var config = RestAssured.config();
        RestAssured.config = config.logConfig(config.getLogConfig()
                .enableLoggingOfRequestAndResponseIfValidationFails()
                .enablePrettyPrinting(false));
    }
}

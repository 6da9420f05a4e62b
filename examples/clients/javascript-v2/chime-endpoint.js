// Sets the endpoint for every client that is created later. The page docs/back-ends.md loads this file by NODE_OPTIONS.
const AWS = require("aws-sdk");
const endpoint = process.env.AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING;
AWS.config.update({ chimesdkmessaging: { endpoint }, chimesdkidentity: { endpoint }, sts: { endpoint } });

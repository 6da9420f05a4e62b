//! A chat client with the AWS SDK for Rust: prints one line of JSON, the result of a call or how it failed.
//!
//! ```text
//! chat story                     creates a channel, adds a member, sends and lists
//! chat send CHANNEL_ARN
//! chat join CHANNEL_ARN USER_ARN
//! chat batch CHANNEL_ARN USER_ARN
//! ```
//! The program reads the address and the keys itself, so that it does not need the crate aws-config.
//! CHAT_USER is the ARN of the user that calls.
use aws_sdk_chimesdkmessaging as chime;
use chime::config::{retry::RetryConfig, Credentials, Region};
use chime::error::{ProvideErrorMetadata, SdkError};
use chime::types::{ChannelMembershipType, ChannelMessagePersistenceType, ChannelMessageType};
use std::env::var;

struct Chat {
    client: chime::Client,
    user: String,
}

/// How a call failed, as JSON.
struct Failed(String);

impl<E: ProvideErrorMetadata + std::fmt::Debug> From<SdkError<E>> for Failed {
    fn from(error: SdkError<E>) -> Self {
        let text = |value: Option<&str>| value.map_or("null".to_string(), |value| format!("\"{value}\""));
        let status = error.raw_response().map_or("null".to_string(), |response| response.status().to_string());
        // The variant of the operation's error, or that of SdkError when there was no response that could be read.
        let debug = match error.as_service_error() {
            Some(service) => format!("{service:?}"),
            None => format!("SdkError::{error:?}"),
        };
        let class = debug.split(['(', ' ']).next().unwrap_or_default();
        Failed(format!(r#"{{"class": "{class}", "code": {}, "status": {status}}}"#, text(error.code())))
    }
}

impl Chat {
    async fn send(&self, channel: &str) -> Result<String, Failed> {
        let response = self.client.send_channel_message()
            .channel_arn(channel)
            .chime_bearer(&self.user)
            .content("hello")
            .r#type(ChannelMessageType::Standard)
            .persistence(ChannelMessagePersistenceType::Persistent)
            .send()
            .await?;
        Ok(format!("{:?}", response.message_id().unwrap_or_default()))
    }

    async fn join(&self, channel: &str, member: &str) -> Result<String, Failed> {
        self.client.create_channel_membership()
            .channel_arn(channel)
            .chime_bearer(&self.user)
            .member_arn(member)
            .r#type(ChannelMembershipType::Default)
            .send()
            .await?;
        Ok(format!("{member:?}"))
    }

    async fn batch(&self, channel: &str, member: &str) -> Result<String, Failed> {
        let response = self.client.batch_create_channel_membership()
            .channel_arn(channel)
            .chime_bearer(&self.user)
            .member_arns(member)
            .send()
            .await?;
        let codes: Vec<&str> = response.errors().iter().filter_map(|e| e.error_code()).map(|code| code.as_str()).collect();
        Ok(format!("{codes:?}"))
    }

    async fn story(&self) -> Result<String, Failed> {
        let app_instance = self.user.split("/user/").next().unwrap_or_default();
        let created = self.client.create_channel()
            .app_instance_arn(app_instance)
            .chime_bearer(&self.user)
            .name("story")
            .send()
            .await?;
        let channel = created.channel_arn().unwrap_or_default();
        self.join(channel, &format!("{app_instance}/user/bob")).await?;
        self.send(channel).await?;
        let listed = self.client.list_channel_messages().channel_arn(channel).chime_bearer(&self.user).send().await?;
        let contents: Vec<&str> = listed.channel_messages().iter().filter_map(|message| message.content()).collect();
        Ok(format!("{contents:?}"))
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let credentials = match (var("AWS_ACCESS_KEY_ID"), var("AWS_SECRET_ACCESS_KEY")) {
        (Ok(key), Ok(secret)) => Some(Credentials::new(key, secret, var("AWS_SESSION_TOKEN").ok(), None, "environment")),
        _ => None,
    };
    let mut config = chime::Config::builder()
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .endpoint_url(var("AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING").expect("the address"))
        .retry_config(RetryConfig::standard())
        .region(Region::new(var("AWS_REGION").expect("the region")));
    config.set_credentials_provider(credentials.map(chime::config::SharedCredentialsProvider::new));
    let chat = Chat { client: chime::Client::from_conf(config.build()), user: var("CHAT_USER").expect("the user") };
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments[0].as_str() {
        "send" => chat.send(&arguments[1]).await,
        "join" => chat.join(&arguments[1], &arguments[2]).await,
        "batch" => chat.batch(&arguments[1], &arguments[2]).await,
        "story" => chat.story().await,
        command => panic!("unknown command {command}"),
    };
    match outcome {
        Ok(result) => println!(r#"{{"result": {result}}}"#),
        Err(Failed(how)) => println!("{how}"),
    }
}
